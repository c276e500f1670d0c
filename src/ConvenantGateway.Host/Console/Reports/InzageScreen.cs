using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The words of requests for inzage, in Dutch; <see cref="ConsoleText"/> turns them.</summary>
internal static class InzageScreen
{
    /// <summary>A state.</summary>
    public static string State(PersonReportState state) => state switch
    {
        PersonReportState.Asked => "gevraagd",
        PersonReportState.Prepared => "klaar voor de tweede functionaris",
        PersonReportState.Released => "vrijgegeven",
        PersonReportState.Refused => "geweigerd",
        PersonReportState.Forwarded => "doorgezonden",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Who asks.</summary>
    public static string Applicant(PersonReportRequest request) => request.Applicant switch
    {
        ReportApplicant.Betrokkene => "betrokkene zelf",
        ReportApplicant.Vertegenwoordiger => "wettelijk vertegenwoordiger",
        _ => "niet bekend",
    };

    /// <summary>What becomes of a record.</summary>
    public static string Fate(RowFate fate) => ReportPlainText.Fate(fate);

    /// <summary>Why a step was not taken; empty if it was.</summary>
    public static string Error(ReportDeskError error) => error switch
    {
        ReportDeskError.None => "",
        ReportDeskError.WrongState => "Dit verzoek is intussen veranderd. Kijk het opnieuw na.",
        ReportDeskError.SameOfficer => "Wie het stuk klaarmaakte kan het niet vrijgeven: dat doet een tweede functionaris van uw organisatie.",
        ReportDeskError.Stale => "Het logboek of de regels zijn veranderd sinds het stuk is klaargemaakt. Maak het opnieuw klaar.",
        ReportDeskError.NotEntitled => "Dit verzoek mag niet worden ingewilligd. Weiger het, of leg vast wat ontbreekt.",
        ReportDeskError.NoMotivation => "Leg vast waarom, in hoogstens 1000 tekens.",
        ReportDeskError.UnknownArticle => "Kies een artikel.",
        ReportDeskError.NotYours => "Dit verzoek is niet van uw organisatie.",
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };

    /// <summary>All words, for the test that each has English.</summary>
    public static IEnumerable<string> Words =>
    [
        .. Enum.GetValues<PersonReportState>().Select(State),
        .. Enum.GetValues<RowFate>().Select(Fate),
        .. Enum.GetValues<ReportDeskError>().Select(Error),
        "betrokkene zelf", "wettelijk vertegenwoordiger", "niet bekend",
    ];
}
