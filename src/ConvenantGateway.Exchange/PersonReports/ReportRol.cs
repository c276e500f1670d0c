namespace ConvenantGateway.Exchange;

/// <summary>
/// What the officer knows of the betrokkene's role from the own file. It narrows always; it widens only where the log says nothing of the role.
/// </summary>
public enum ReportRol : byte
{
    /// <summary>Not known: the careful version.</summary>
    Onbekend = 0,

    /// <summary>(Vermoedelijk) slachtoffer.</summary>
    Slachtoffer = 1,

    /// <summary>A child in the household.</summary>
    Kind = 2,

    /// <summary>A patient or client in ordinary care, or another who is not suspected.</summary>
    Anders = 3,

    /// <summary>Vermoedelijke pleger.</summary>
    Pleger = 4,
}
