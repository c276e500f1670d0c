using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What the record of a hold says to its organisation, whoever laid it where. Pure.</summary>
public static class LegalHoldRecord
{
    /// <summary>The outcome of a record that lays a hold.</summary>
    public const string LaidOutcome = "laid";

    /// <summary>The outcome of one that lifts it.</summary>
    public const string LiftedOutcome = "lifted";

    /// <summary>True for a reason as it may stand in a record: 1 to 100 printable characters without spaces, a code and no story.</summary>
    public static bool IsCode(string? text) => text is { Length: > 0 and <= 100 } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Of a hold that is laid.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="until">The last day.</param>
    /// <param name="persons">Blind values.</param>
    /// <param name="by">The account or officer that did it.</param>
    public static ImmutableArray<RecordValue> Laid(string reason, DateOnly until, IEnumerable<string> persons, string by) =>
    [
        new("reason", reason),
        new("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("persons", string.Join(' ', persons)),
        new("by", by),
    ];

    /// <summary>Of holds that are lifted.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="holds">Their ids.</param>
    /// <param name="persons">Blind values.</param>
    /// <param name="by">The account or officer that did it.</param>
    public static ImmutableArray<RecordValue> Lifted(string reason, IEnumerable<Guid> holds, IEnumerable<string> persons, string by) =>
    [
        new("reason", reason),
        new("holds", string.Join(' ', holds.Select(static h => h.ToString("D")))),
        new("persons", string.Join(' ', persons)),
        new("by", by),
    ];
}
