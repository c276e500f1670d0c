namespace ConvenantGateway.Filter;

/// <summary>What the classification says of one element.</summary>
public enum CoverageState
{
    /// <summary>No line speaks of it: withheld, and perhaps nobody thought of it.</summary>
    ByDefault = 0,

    /// <summary>A line says that it is withheld.</summary>
    Withheld = 1,

    /// <summary>A line releases it with a category, the class or the structure of the resource.</summary>
    Classified = 2,

    /// <summary>R4 does not have it, its type has no place here, or it is an extension whose url has no line. Only in data.</summary>
    Unknown = 3,
}
