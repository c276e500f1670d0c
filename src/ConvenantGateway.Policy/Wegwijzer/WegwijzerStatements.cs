namespace ConvenantGateway.Policy;

/// <summary>What the text at a step states, for the weighing (domain.md 3.3). A step counts only if a text was given. Never consent: that is shown by itself.</summary>
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

    /// <summary>Why the interest or the seriousness requires it, or the article that obliges.</summary>
    Reason = 1 << 3,

    /// <summary>The treatment relation (7:457(2) BW).</summary>
    TreatmentRelation = 1 << 4,
}
