using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A closed Weekcontrole as its record holds it.</summary>
/// <param name="seen">The record.</param>
internal sealed class WeekReport(VisibleRecord seen)
{
    /// <summary>The period, <c>2026-11-16 – 2026-11-22</c>.</summary>
    public string Period => $"{this["period-from"]} – {this["period-until"]}";

    /// <summary>Who closed it.</summary>
    public string By => this["completed-by"];

    /// <summary>The outcome, in Dutch.</summary>
    public string Outcome => this["outcome"] == "opvolging" ? "Opvolging nodig" : "Geen opvolging nodig";

    /// <summary>A value; empty if there is none.</summary>
    public string this[string field] => (seen.Values.IsDefault ? [] : seen.Values).FirstOrDefault(v => v.Field == field).Value ?? "";

    /// <summary>The values of the form, in fixed order.</summary>
    public static ImmutableArray<RecordValue> Compose(WeekPage page) =>
    [
        new("period-from", $"{page.Van:yyyy-MM-dd}"),
        new("period-until", $"{page.Tot:yyyy-MM-dd}"),
        new("exchanges", $"{page.Count.Exchanges}"),
        new("refusals", $"{page.Count.Refused}"),
        new("absent", $"{page.Count.Absent}"),
        new("held", $"{page.Count.Held}"),
        new("exchanges-looked-at", $"{page.Bekeken}"),
        new("refusals-looked-at", $"{page.Weigeringen}"),
        new("findings", page.Bevindingen!.Trim()),
        new("outcome", page.Uitkomst!),
        new("owner", page.Uitkomst == "opvolging" ? page.Eigenaar!.Trim() : ""),
        new("deadline", page.Uitkomst == "opvolging" ? $"{page.Voor:yyyy-MM-dd}" : ""),
        new("completed-by", page.Officer.Name),
        new("completed-on", $"{ConsoleText.DayOf(page.Look.Time):yyyy-MM-dd}"),
    ];
}
