namespace ConvenantGateway.Exchange;

/// <summary>How careful a person report is.</summary>
public enum ReportCare : byte
{
    /// <summary>
    /// Only exchanges about the betrokkene alone, in ordinary purposes, without any name or day; what is left out leaves no trace. For who is or may be the vermoedelijke pleger, and where the role is
    /// not known.
    /// </summary>
    Careful = 0,

    /// <summary>As careful, and only treatment from before a flight: for a representative who is the vermoedelijke pleger.</summary>
    SuspectRepresentative = 1,

    /// <summary>For the betrokkene who is not suspected, and an unsuspected representative.</summary>
    Ordinary = 2,
}
