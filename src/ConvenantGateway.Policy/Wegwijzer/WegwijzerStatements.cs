namespace ConvenantGateway.Policy;

/// <summary>Which parts of the weighing the text at a step states (domain.md 3.3). A step counts only if a text was given.</summary>
[Flags]
public enum WegwijzerStatements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Why it is needed.</summary>
    Necessity = 1 << 0,

    /// <summary>Why no more than this.</summary>
    Proportionality = 1 << 1,

    /// <summary>Why not in a lighter way, or with consent.</summary>
    Subsidiarity = 1 << 2,
}
