using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// What a record says of one person. The log names persons (handles) and roles (<c>released-n</c>) in two lists of the same order; a person without a handle, or twice in one message, is missing in
/// the first. So they belong together only where both have the same length; else nothing of the roles is taken as this person's.
/// </summary>
internal sealed record PersonInRecord
{
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
        var isPaired = lines.Count > 0 && lines.Count == persons.Count && at >= 0;
        return new PersonInRecord
        {
            Rollen = isPaired ? lines[at].Rollen : default,
            Categories = isPaired ? lines[at].Categories : null,
            CouldBePleger = !isPaired && lines.Any(static l => l.Rollen.Contains(BetrokkeneRol.Pleger)),
            IsAlone = persons.Count == 1 && lines.Count <= 1,
            HasLines = lines.Count > 0,
        };
    }

    /// <summary>True if any person in the record had one of these categories released.</summary>
    public static bool AnyReleased(VisibleRecord seen, CategorySet categories) => Lines(seen).Any(l => l.Categories.Overlaps(categories));

    /// <summary>True if the handle is one of the record's persons.</summary>
    public static bool Names(VisibleRecord seen, PersonHandle person) => Persons(seen).Exists(p => p.Span.SequenceEqual(person.ToBytes()));

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
