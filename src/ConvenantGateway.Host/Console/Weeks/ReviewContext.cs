using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What the lists of one review know besides the records. Immutable.</summary>
/// <param name="Organisation">The own organisation.</param>
/// <param name="Period">The weeks.</param>
/// <param name="Now">The clock.</param>
/// <param name="Policy">The policy in force.</param>
internal sealed record ReviewContext(PartnerId Organisation, WeekPeriod Period, DateTimeOffset Now, PolicySnapshot Policy)
{
    /// <summary>A record lies in the period.</summary>
    public bool IsInPeriod(VisibleRecord seen) => Period.Holds(seen.Record.Time);

    /// <summary>The own organisation called.</summary>
    public bool IsOwn(VisibleRecord seen) => seen.Record.Caller == Organisation.Value;

    /// <summary>The other side, by name.</summary>
    public string OtherSide(VisibleRecord seen) => NameOf(IsOwn(seen) ? seen.Record.Counterparty : seen.Record.Caller);

    /// <summary>The name of a partner or officer; the slug where the files do not know it.</summary>
    public string NameOf(string slug) =>
        PartnerId.TryParse(slug, out var id) && Policy.Partners.TryGetValue(id, out var partner) ? partner.Name
        : Policy.Officers.TryGetValue(slug, out var officer) ? officer.Name
        : slug;

    /// <summary>A value of the own view, or empty.</summary>
    public static string Value(VisibleRecord seen, string field) => (seen.Values.IsDefault ? [] : seen.Values).FirstOrDefault(v => v.Field == field).Value ?? "";

    /// <summary>The handles of the betrokkenen in the own view; none where they were erased.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> PersonsOf(VisibleRecord seen) =>
        (seen.Record.Views.IsDefault ? [] : seen.Record.Views).SelectMany(static v => v.Persons.IsDefault ? [] : v.Persons).Where(static p => p.Length == 32);

    /// <summary>A line of one record, to be worded.</summary>
    public WeekLine LineOf(VisibleRecord seen, string words, params string[] values) => new()
    {
        Key = $"{seen.Index}",
        Time = seen.Record.Time,
        Who = Value(seen, "actor"),
        Words = words,
        Values = [.. values],
        Records = [seen.Index],
        Persons = [.. PersonsOf(seen).Select(p => OpaquePerson.IdOf(p.Span, Organisation))],
    };

    /// <summary>A line of several records, newest first: it is named after the oldest.</summary>
    public static WeekLine LineOf(IReadOnlyList<VisibleRecord> seen, string who, string words, params string[] values) => new()
    {
        Key = $"{seen[^1].Index}",
        Time = seen[0].Record.Time,
        Who = who,
        Words = words,
        Values = [.. values],
        Records = [.. seen.Select(static s => s.Index)],
    };
}
