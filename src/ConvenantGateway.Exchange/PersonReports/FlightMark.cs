using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// From when a person may have fled, derived from what the answering organisation sees about that person: the first record with a shelter, or the first that speaks of a hidden place (D05) or of an
/// address that the holder of the case released. The mark is the first day of that month: an exact date just before it would tell the day of the flight.
/// </summary>
/// <param name="From">The first day that is generalised, Dutch time; null for no sign.</param>
/// <param name="Index">The record it was derived from; -1 for none.</param>
internal readonly record struct FlightMark(DateOnly? From, long Index)
{
    private const string HiddenPlace = "D05";

    private static readonly string[] Fields = ["withheld", "guard", "held-because"];

    /// <summary>True if the day is in or after the month of the mark.</summary>
    public bool Covers(DateOnly day) => From is { } from && day >= from;

    /// <summary>Derives it.</summary>
    /// <param name="records">Everything about the person, refusals and tokens included.</param>
    /// <param name="viewer">The answering organisation: a shelter's records are all of them a sign.</param>
    /// <param name="snapshot">The partners and their kinds.</param>
    public static FlightMark Of(IEnumerable<VisibleRecord> records, PartnerId viewer, PolicySnapshot snapshot)
    {
        var first = records.Where(r => IsSign(r, viewer, snapshot)).OrderBy(static r => r.Record.Time).FirstOrDefault();
        if (first is null)
        {
            return new FlightMark(null, -1);
        }

        var day = ReportWords.DayOf(first.Record.Time);
        return new FlightMark(new DateOnly(day.Year, day.Month, 1), first.Index);
    }

    /// <summary>True for a shelter, for women or for men.</summary>
    public static bool IsShelter(string slug, PolicySnapshot snapshot) =>
        PartnerId.TryParse(slug, out var id) && snapshot.Partners.TryGetValue(id, out var partner) && partner.Kind.Code is "VO" or "MO";

    private static bool IsSign(VisibleRecord seen, PartnerId viewer, PolicySnapshot snapshot) =>
        IsShelter(viewer.Value, snapshot)
        || IsShelter(seen.Record.Caller, snapshot)
        || IsShelter(seen.Record.Counterparty, snapshot)
        || PersonInRecord.AnyReleased(seen, CategorySet.Of(5))
        || (seen.Values.IsDefault ? ImmutableArray<RecordValue>.Empty : seen.Values).Any(static v =>
            v.Field == "address-released" || (Array.IndexOf(Fields, v.Field) >= 0 && v.Value.Contains(HiddenPlace, StringComparison.Ordinal)));
}
