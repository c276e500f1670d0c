using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// What a record says of one person. The log names persons (handles) and roles (<c>released-n</c>) in two lists; <c>person-order</c> says which line is whose. A record without it pairs only where both
/// lists have the same length, for a person without a handle, or twice in one message, is missing in the first; else nothing of the roles is taken as this person's.
/// </summary>
internal sealed record PersonInRecord
{
    /// <summary>Per line of a push the place of its person among the handles, from 1; 0 for a person without a handle.</summary>
    public const string OrderField = "person-order";

    private const string Field = "released-";

    /// <summary>The person's roles; empty if they cannot be told.</summary>
    public RolSet Rollen { get; private init; }

    /// <summary>What was released of this person; null if it cannot be told.</summary>
    public CategorySet? Categories { get; private init; }

    /// <summary>Roles and persons cannot be paired, and one of the roles is pleger.</summary>
    public bool CouldBePleger { get; private init; }

    /// <summary>No other person is in the record, as far as the log knows.</summary>
    public bool IsAlone { get; private init; }

    /// <summary>The record has lines per person: it is a push.</summary>
    public bool HasLines { get; private init; }

    /// <summary>Reads a record.</summary>
    public static PersonInRecord Of(VisibleRecord seen, PersonHandle person)
    {
        var persons = Persons(seen);
        var lines = Lines(seen);
        var at = persons.FindIndex(p => p.Span.SequenceEqual(person.ToBytes()));
        var own = at < 0 ? [] : Own(seen, lines, persons.Count, at);
        var isPaired = own.Count > 0;
        return new PersonInRecord
        {
            Rollen = own.Aggregate(default(RolSet), static (all, l) => all | l.Rollen),
            Categories = isPaired ? own.Aggregate(default(CategorySet), static (all, l) => all | l.Categories) : null,
            CouldBePleger = !isPaired && lines.Any(static l => l.Rollen.Contains(BetrokkeneRol.Pleger)),
            IsAlone = persons.Count == 1 && lines.Count <= 1,
            HasLines = lines.Count > 0,
        };
    }

    /// <summary>The order of a message's persons, as the record keeps it.</summary>
    public static string OrderOf(IEnumerable<PersonHandle?> persons)
    {
        var all = persons.ToList();
        var distinct = all.OfType<PersonHandle>().Distinct().ToList();
        return string.Join(' ', all.Select(p => p is { } handle ? distinct.IndexOf(handle) + 1 : 0));
    }

    /// <summary>True if any person in the record had one of these categories released.</summary>
    public static bool AnyReleased(VisibleRecord seen, CategorySet categories) => Lines(seen).Any(l => l.Categories.Overlaps(categories));

    /// <summary>True if the handle is one of the record's persons.</summary>
    public static bool Names(VisibleRecord seen, PersonHandle person) => Persons(seen).Exists(p => p.Span.SequenceEqual(person.ToBytes()));

    private static List<(RolSet Rollen, CategorySet Categories)> Own(VisibleRecord seen, List<(RolSet Rollen, CategorySet Categories)> lines, int persons, int at)
    {
        var order = (seen.Values.IsDefault ? [] : seen.Values).FirstOrDefault(static v => v.Field == OrderField).Value?.Split(' ') ?? [];
        if (order.Length > 0)
        {
            return order.Length == lines.Count ? [.. lines.Where((_, i) => order[i] == (at + 1).ToString(CultureInfo.InvariantCulture))] : [];
        }

        return lines.Count == persons ? [lines[at]] : [];
    }

    private static List<ReadOnlyMemory<byte>> Persons(VisibleRecord seen) =>
        [.. (seen.Record.Views.IsDefault ? [] : seen.Record.Views).SelectMany(static v => v.Persons.IsDefault ? [] : v.Persons).Where(static p => p.Length == 32)];

    private static List<(RolSet Rollen, CategorySet Categories)> Lines(VisibleRecord seen) =>
    [
        .. (seen.Values.IsDefault ? [] : seen.Values)
            .Where(static v => v.Field.StartsWith(Field, StringComparison.Ordinal))
            .Select(static v => (Number: int.TryParse(v.Field.AsSpan(Field.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue, v.Value))
            .OrderBy(static v => v.Number)
            .Select(static v => Line(v.Value)),
    ];

    private static (RolSet Rollen, CategorySet Categories) Line(string text)
    {
        var parts = text.Split(':', 2);
        var rollen = default(RolSet);
        foreach (var word in parts[0].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            rollen |= RolSet.Of(Enum.TryParse<BetrokkeneRol>(word, ignoreCase: true, out var rol) && Enum.IsDefined(rol) ? rol : BetrokkeneRol.Onbekend);
        }

        var categories = default(CategorySet);
        foreach (var code in (parts.Length == 2 ? parts[1] : "").Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            categories |= CategorySet.TryParse(code, out var one) ? one : default;
        }

        return (rollen, categories);
    }
}
