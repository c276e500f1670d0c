using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What an officer did with a line, as its record says (<see cref="RecordType.WeekItem"/>). Immutable.</summary>
/// <param name="List">The list.</param>
/// <param name="Key">The line.</param>
/// <param name="Step">What became of it.</param>
/// <param name="Owner">Who follows up; of an assignment.</param>
/// <param name="Deadline">By when; of an assignment.</param>
/// <param name="Outcome">The outcome's code; of a finished line.</param>
/// <param name="Note">The note; of a finished line.</param>
internal sealed record WeekItem(string List, string Key, WeekStep Step, string Owner, DateOnly? Deadline, string Outcome, string Note)
{
    /// <summary>The longest note, in characters.</summary>
    public const int MostNote = 1000;

    /// <summary>The longest name of an owner.</summary>
    public const int MostOwner = 100;

    private const string Finished = "finished";
    private const string Assigned = "assigned";

    /// <summary>The outcomes, with their words in Dutch.</summary>
    public static ImmutableArray<(string Code, string Words)> Outcomes { get; } =
    [
        ("in-orde", "In orde"),
        ("toegelicht", "Toegelicht door de professional, en in orde"),
        ("hersteld", "Niet in orde, en hersteld"),
        ("onrechtmatig", "Mogelijk onrechtmatig: bij de uitwisseling vastgelegd"),
    ];

    /// <summary>Who did it: the officer's slug.</summary>
    public string By { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The weeks of the review in which it was done.</summary>
    public (DateOnly From, DateOnly Until) Weeks { get; init; }

    /// <summary>The log line.</summary>
    public long Index { get; init; }

    /// <summary>The values of the record, in fixed order.</summary>
    public ImmutableArray<RecordValue> Values(WeekPeriod period) =>
    [
        new("list", List),
        new("line", Key),
        new("period-from", Day(period.First.Monday)),
        new("period-until", Day(period.Last.Sunday)),
        new("act", Step == WeekStep.Finished ? Finished : Assigned),
        new("owner", Owner),
        new("deadline", Deadline is { } deadline ? Day(deadline) : ""),
        new("outcome", Outcome),
        new("note", Note),
    ];

    /// <summary>Reads a record; null if its values were erased or are not those of a line.</summary>
    public static WeekItem? Read(VisibleRecord seen)
    {
        string Value(string field) => ReviewContext.Value(seen, field);
        var step = Value("act") switch { Finished => WeekStep.Finished, Assigned => WeekStep.Assigned, _ => WeekStep.Open };
        return step == WeekStep.Open || Value("list").Length == 0 ? null : new WeekItem(Value("list"), Value("line"), step, Value("owner"), Day(Value("deadline")), Value("outcome"), Value("note"))
        {
            By = seen.Record.Caller,
            Time = seen.Record.Time,
            Weeks = (Day(Value("period-from")) ?? default, Day(Value("period-until")) ?? default),
            Index = seen.Index,
        };
    }

    /// <summary>A day as records write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as records write it; null for anything else.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
