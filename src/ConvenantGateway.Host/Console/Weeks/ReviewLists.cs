using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The lists of a review, fresh ones, in the order of <see cref="WeekListTitles.All"/>.</summary>
internal static class ReviewLists
{
    private const int NightEnds = 6;
    private const int NightBegins = 22;

    /// <summary>The lists.</summary>
    public static IReadOnlyList<IWeekList> Of(ReviewContext context, ILogReading log, IResourceStore resources) =>
    [
        new SampleList(context, log),
        new EmergencyList(context),
        new RecordsList(context, WeekListTitles.Suspected, RecordType.MogelijkOnrechtmatig, seen => SuspectedLine(context, seen)),
        new ConsentList(context, resources),
        new PerProfessionalList(context, WeekListTitles.Conflict, static s => ExchangeTypes.IsExchange(s.Record) && s.Record is { Ground: "G-CONFLICT", Outcome: not "refused" }, "{0} keer een beroep op conflict van plichten."),
        new HeldList(context),
        new PerProfessionalList(
            context, WeekListTitles.Repeated, static s => s.Record is { Type: RecordType.Token, Outcome: "refused" }, "{0} keer geweigerd bij een vraag aan {1}.", least: 2, perOrganisation: true),
        new RefusalsList(context),
        new WithoutFollowUpList(context),
        new PerProfessionalList(context, WeekListTitles.OffDuty, static s => ExchangeTypes.IsExchange(s.Record) && IsOffDuty(s.Record.Time), "{0} keer in de nacht of in het weekend."),
        new InformList(context),
        new RecordsList(context, WeekListTitles.Reports, RecordType.PersonReport, seen => ReportLine(context, seen)),
        new ExpiringList(context),
        new RecordsList(context, WeekListTitles.Inquiries, RecordType.Inquiry, seen => InquiryLine(context, seen)),
    ];

    /// <summary>Night is from 22:00 to 06:00; Saturday and Sunday are off duty all day. Dutch time.</summary>
    internal static bool IsOffDuty(DateTimeOffset instant)
    {
        var local = ConsoleText.LocalOf(instant);
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || local.Hour < NightEnds || local.Hour >= NightBegins;
    }

    private static WeekLine SuspectedLine(ReviewContext context, VisibleRecord seen) => context.LineOf(
        seen, "Uitwisseling {0} is als mogelijk onrechtmatig vastgelegd door {1}.", ReviewContext.Value(seen, SuspectedRecord.Index), context.NameOf(seen.Record.Caller)) with
    {
        Records = long.TryParse(ReviewContext.Value(seen, SuspectedRecord.Index), out var index) ? [index] : [],
    };

    private static WeekLine ReportLine(ReviewContext context, VisibleRecord seen)
    {
        var weeks = context.Policy.Partners.TryGetValue(context.Organisation, out var own) && own.Kind.Code == "POL" ? 6 : 4;
        return context.LineOf(seen, "Verzoek om inzage, vastgelegd door {0}.", context.NameOf(seen.Record.Caller)) with
        {
            Records = [],
            Due = ConsoleText.DayOf(seen.Record.Time).AddDays(7 * weeks),
        };
    }

    private static WeekLine InquiryLine(ReviewContext context, VisibleRecord seen) => context.LineOf(
        seen,
        ReviewContext.Value(seen, "act") == "ended" ? "Onderzoek {0} van {1} is beëindigd." : "Onderzoek {0} van {1} loopt tot {2}.",
        ReviewContext.Value(seen, "number"),
        context.NameOf(seen.Record.Caller),
        DateTimeOffset.TryParse(ReviewContext.Value(seen, "until"), System.Globalization.CultureInfo.InvariantCulture, out var until) ? ConsoleText.Short(until) : "") with { Records = [] };
}
