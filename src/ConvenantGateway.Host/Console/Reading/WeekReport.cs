using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A closed Weekcontrole as its record holds it.</summary>
/// <param name="seen">The record.</param>
internal sealed class WeekReport(VisibleRecord seen)
{
    private const string ListPrefix = "list-";

    /// <summary>The period, <c>2026-11-16 – 2026-11-22</c>.</summary>
    public string Period => $"{this["period-from"]} – {this["period-until"]}";

    /// <summary>Who closed it.</summary>
    public string By => this["completed-by"];

    /// <summary>The outcome, in Dutch.</summary>
    public string Outcome => this["outcome"] == "opvolging" ? "Opvolging nodig" : "Geen opvolging nodig";

    /// <summary>Per list how many lines there were, how many were finished and how many assigned, in the order of the record.</summary>
    public IEnumerable<(string List, string Lines, string Finished, string Assigned)> Lists =>
        from value in Values
        where value.Field.StartsWith(ListPrefix, StringComparison.Ordinal)
        let numbers = value.Value.Split(' ')
        where numbers.Length == 3
        select (value.Field[ListPrefix.Length..], numbers[0], numbers[1], numbers[2]);

    /// <summary>A value; empty if there is none.</summary>
    public string this[string field] => Values.FirstOrDefault(v => v.Field == field).Value ?? "";

    private ImmutableArray<RecordValue> Values => seen.Values.IsDefault ? [] : seen.Values;

    /// <summary>True if it closed the week.</summary>
    public bool Covers(DutchWeek week) =>
        WeekItem.Day(this["period-from"]) is { } from && WeekItem.Day(this["period-until"]) is { } until && from <= week.Monday && week.Sunday <= until;

    /// <summary>The lines that it left open, each given to the owner that it names.</summary>
    public IEnumerable<WeekItem> LeftOpen() =>
        from name in this["open-lines"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = name.Split('/')
        where parts.Length == 2
        select new WeekItem(parts[0], parts[1], WeekStep.Assigned, this["owner"], WeekItem.Day(this["deadline"]), "", "")
        {
            By = seen.Record.Caller,
            Time = seen.Record.Time,
            Weeks = (WeekItem.Day(this["period-from"]) ?? default, WeekItem.Day(this["period-until"]) ?? default),
            Index = seen.Index,
        };

    /// <summary>The values of the form, in fixed order.</summary>
    public static ImmutableArray<RecordValue> Compose(WeekPage page) =>
    [
        new("period-from", WeekItem.Day(page.Van)),
        new("period-until", WeekItem.Day(page.Tot)),
        new("exchanges", $"{page.Review.Exchanges.Exchanges}"),
        new("refusals", $"{page.Review.Exchanges.Refused}"),
        new("absent", $"{page.Review.Exchanges.Absent}"),
        new("held", $"{page.Review.Exchanges.Held}"),
        .. page.Review.Lists.Select(l => new RecordValue(
            ListPrefix + l.Title.Id, $"{l.Lines.Count} {page.Review.CountOf(l.Title, WeekStep.Finished)} {page.Review.CountOf(l.Title, WeekStep.Assigned)}")),
        new("open-lines", string.Join(' ', page.Review.Open.Select(static o => $"{o.List.Id}/{o.Line.Key}"))),
        new("findings", page.Bevindingen!.Trim()),
        new("outcome", page.Uitkomst!),
        new("owner", page.Uitkomst == "opvolging" ? page.Eigenaar!.Trim() : ""),
        new("deadline", page.Uitkomst == "opvolging" ? WeekItem.Day(page.Voor!.Value) : ""),
        new("completed-by", page.Officer.Name),
        new("on-behalf-of", page.Namens is { Length: > 0 } deputised ? page.NameOf(deputised) : ""),
        new("completed-on", WeekItem.Day(ConsoleText.DayOf(page.Look.Time))),
    ];
}
