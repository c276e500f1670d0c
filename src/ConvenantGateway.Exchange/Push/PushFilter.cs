using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Filters every entry of a message by what was decided about its betrokkenen. A reference stays only if its target does.</summary>
internal sealed class PushFilter(ExchangeCall call, PushMessage message, PushDecision decision) : IReleasedReferences
{
    private const int Rounds = 4;

    private static readonly CategorySet Identity = CategorySet.Of(1);
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);
    private static readonly CategorySet Whereabouts = CategorySet.Of(2) | CategorySet.Of(4) | CategorySet.Of(5);

    private readonly HashSet<string> _released = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CategorySet> _stopped = [];
    private int _entry;

    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference)
    {
        var text = Encoding.UTF8.GetString(reference);
        return _released.Contains(text) || message.Known.Contains(text);
    }

    /// <inheritdoc/>
    public bool IsSubject(ReadOnlySpan<byte> reference)
    {
        foreach (var person in message.PersonsOf[_entry])
        {
            if (PatientReference.Names(reference, message.Persons[person].PatientId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Withholds an entry whole, whatever was decided: the guard found in it what may not flow.</summary>
    public void Stop(int entry, CategorySet category) => _stopped[entry] = _stopped.GetValueOrDefault(entry) | category;

    /// <summary>
    /// Filters all entries. Repeats while an entry fell that others refer to: each round releases less. Nobody's message does that often; who sends a chain of them loses all references between entries, instead of our time.
    /// </summary>
    /// <exception cref="InvalidOperationException">The filter refused bytes that intake accepted: a bug, nothing leaves.</exception>
    public ImmutableArray<FilteredEntry> Cut()
    {
        var entries = message.Intake.Entries;
        var fallen = new bool[entries.Length];
        _released.Clear();
        for (var i = 0; i < entries.Length; i++)
        {
            fallen[i] = IsWithheldWhole(i);
            if (!fallen[i])
            {
                _released.Add(Name(entries[i]));
            }
        }

        for (var round = 1; ; round++)
        {
            if (round > Rounds)
            {
                _released.Clear();
            }

            var cut = ImmutableArray.CreateBuilder<FilteredEntry>(entries.Length);
            var hasFallen = false;
            for (var i = 0; i < entries.Length; i++)
            {
                var one = fallen[i] ? Whole(i) : One(i);
                if (one.Body is null && !fallen[i])
                {
                    fallen[i] = true;
                    hasFallen = true;
                    _released.Remove(Name(entries[i]));
                }

                cut.Add(one);
            }

            if (!hasFallen)
            {
                return cut.MoveToImmutable();
            }
        }
    }

    /// <summary>
    /// What may flow of an entry. A safe-contact finding takes any resource whole, whatever the label (domain.md 10.2, 6), and of a Patient the item it was found in; free text of a Patient that tells of a stay takes
    /// all his whereabouts; in an element that changes the meaning of the rest, all of him. Unless a rule releases that very address.
    /// </summary>
    public CategorySet Released(int index)
    {
        var entry = message.Intake.Entries[index];
        var released = decision.Released(message.PersonsOf[index], entry.Labels);
        if (!IsFound(index, released))
        {
            return released;
        }

        return TakesWhole(entry) ? default
            : entry.Findings.Any(static f => f.Kind == FindingKind.FreeText) ? released - Whereabouts
            : released;
    }

    private FilteredEntry One(int index)
    {
        var entry = message.Intake.Entries[index];
        var found = IsFound(index, decision.Released(message.PersonsOf[index], entry.Labels)) ? entry.Findings.Where(static f => f.Category.Overlaps(SafeLocation)).ToList() : [];
        var scope = new FilterScope(Released(index), entry.Classes, References(index), MarkSubsetted: !call.IsOwn);
        var json = DeliveredMeta.Write(found.Count == 0 ? entry.Json : FoundItems.Without(entry.Json, found), call.ReceivedAt, decision.Decision.Basis.Obligations);
        _entry = index;
        var outcome = call.Policy.Filter.Filter(json, scope);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"{refusal.Code} at byte {refusal.BytePosition} of a {entry.Type} that intake accepted")
            : new FilteredEntry(entry, message.PersonsOf[index], outcome.Body, FoundItems.Report(entry.Type, found).AddRange(outcome.Withheld));
    }

    private FilteredEntry Whole(int index)
    {
        var entry = message.Intake.Entries[index];
        var missing = _stopped.TryGetValue(index, out var stopped) ? stopped
            : !entry.HasPlace ? default
            : IsFound(index, decision.Released(message.PersonsOf[index], entry.Labels)) && TakesWhole(entry) ? SafeLocation
            : entry.Classes - Released(index);
        return new FilteredEntry(entry, message.PersonsOf[index], null, [new WithheldElement(entry.Type, missing, 1)]);
    }

    private bool IsWithheldWhole(int index)
    {
        var entry = message.Intake.Entries[index];
        var released = Released(index);
        return _stopped.ContainsKey(index) || !entry.HasPlace || released.IsEmpty || !released.Contains(entry.Classes);
    }

    private static bool TakesWhole(IntakeEntry entry) => entry.Type != "Patient" || entry.Findings.Any(static f => FoundItems.IsModifier(f));

    private bool IsFound(int index, CategorySet released) =>
        !call.IsOwn && !released.Contains(SafeLocation) && message.Intake.Entries[index].Findings.Any(static f => f.Category.Overlaps(SafeLocation));

    private IReleasedReferences References(int index)
    {
        var mentioned = message.MentionedBy[index];
        return mentioned.IsEmpty ? this : new MentionedReferences(this, mentioned.Where(i => !decision.ReleasedOf(i).Contains(Identity)).Select(i => $"Patient/{message.Persons[i].PatientId}").ToHashSet(StringComparer.Ordinal));
    }

    private static string Name(IntakeEntry entry) => $"{entry.Type}/{entry.Id}";
}
