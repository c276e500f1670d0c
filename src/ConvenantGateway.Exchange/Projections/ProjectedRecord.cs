using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A record as one viewer sees it, read for a projection. It is made of a <see cref="VisibleRecord"/> only: what the viewer has no view of cannot be projected, so that every projection keeps the two views of
/// design.md section 7. Texts that people wrote (weighing, evidence, reasons) are not in it, but for what <see cref="Value"/> is asked by name. Immutable; thread safe.
/// </summary>
public sealed partial class ProjectedRecord
{
    private readonly ImmutableArray<RecordValue> _values;

    /// <summary>Reads a record.</summary>
    /// <param name="seen">The record, as the log shows it to the viewer.</param>
    /// <param name="viewer">The viewer: a partner's slug.</param>
    public ProjectedRecord(VisibleRecord seen, string viewer)
    {
        (Index, Record, Viewer) = (seen.Index, seen.Record, viewer);
        _values = seen.Values.IsDefault ? [] : seen.Values;
        IsErased = _values.IsEmpty && HadValues(seen.Leaf, viewer);
        Persons = [.. (seen.Record.Views.IsDefault ? [] : seen.Record.Views).Where(v => v.Viewer == viewer).SelectMany(static v => v.Persons.IsDefault ? [] : v.Persons).Where(static p => p.Length == 32)];
    }

    /// <summary>The leaf's index. It counts the records of others too: it stands in no projection.</summary>
    public long Index { get; }

    /// <summary>The clear fields.</summary>
    public ExchangeRecord Record { get; }

    /// <summary>Whose eyes.</summary>
    public string Viewer { get; }

    /// <summary>The viewer had values, and their key was destroyed: nobody is known any more.</summary>
    public bool IsErased { get; }

    /// <summary>The handles of the betrokkenen, 32 bytes each; empty for a record about nobody and for an erased one.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Persons { get; }

    /// <summary>The viewer called.</summary>
    public bool IsCaller => Record.Caller == Viewer;

    /// <summary>The viewer called at its own register.</summary>
    public bool IsOwn => Record.Caller == Record.Counterparty;

    /// <summary>Content went from one side to the other, or may have: a relay whose outcome is unknown counts.</summary>
    public bool IsProvided => Record.Outcome is "released" or "stored" || (Record.Type == RecordType.RelayOutcome && Record.Outcome == "unknown");

    /// <summary>The data went, or would have gone, from the caller to the counterparty.</summary>
    public bool IsPush => Record.By == "push" || Record.Type is RecordType.Hold or RecordType.RelayIntent or RecordType.RelayOutcome;

    /// <summary>The professional, as <c>system|id</c>: of the viewer's own organisation only.</summary>
    public string OwnActor => IsCaller ? NumberOf(Value("actor")) : "";

    /// <summary>A value of the view; empty if it has none.</summary>
    public string Value(string field) => _values.FirstOrDefault(v => v.Field == field).Value ?? "";

    /// <summary>The rules: those of the question, and for the holder those of its answer.</summary>
    public IEnumerable<string> Rules => (Record.Rules.IsDefault ? [] : Record.Rules).Concat(Words("answer-rules")).Distinct();

    /// <summary>The ground: for the holder that of its answer, else the asker's.</summary>
    public string Ground => Value("answer-ground") is { Length: > 0 } answer ? answer : Record.Ground;

    /// <summary>What was released about one betrokkene, <c>slachtoffer: D01 D08</c>, or about all where the log does not say whose is whose.</summary>
    /// <param name="place">The place in <see cref="Persons"/>; below 0 for all.</param>
    public IEnumerable<string> Released(int place = -1)
    {
        var all = _values.Where(static v => v.Field.StartsWith("released-", StringComparison.Ordinal)).Select(static v => v.Value).ToList();
        return place >= 0 && place < Persons.Length && all.Count == Persons.Length ? [all[place]] : all;
    }

    /// <summary>The codes of the categories released about one betrokkene, or about all.</summary>
    public IReadOnlyList<string> ReleasedCodes(int place = -1) =>
        [.. Released(place).SelectMany(static text => Category().Matches(text)).Select(static m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A value of codes separated by spaces.</summary>
    public IReadOnlyList<string> Words(string field) => Value(field).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The pseudonym of a betrokkene for this viewer; empty where there is none.</summary>
    public string Pseudonym(int place) => place >= 0 && place < Persons.Length ? PersonPseudonym.Of(Persons[place].Span, Viewer) : "";

    private static bool HadValues(ReadOnlyMemory<byte> leaf, string viewer) =>
        !leaf.IsEmpty && LeafReader.Parse(leaf).Views.Any(v => v.Viewer == viewer && !v.Commitments.IsDefaultOrEmpty);

    [GeneratedRegex(@"\bD[0-9]{2}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Category();

    // A token's record says `name (role), system|id`: the name stays in the log.
    private static string NumberOf(string actor) => actor.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var at ? actor[(at + 2)..] : actor;
}
