namespace ConvenantGateway.Exchange;

/// <summary>Who asks for a person report.</summary>
public enum ReportApplicant : byte
{
    /// <summary>Not answered: nothing is given.</summary>
    Onbekend = 0,

    /// <summary>The betrokkene.</summary>
    Betrokkene = 1,

    /// <summary>The legal representative.</summary>
    Vertegenwoordiger = 2,
}
