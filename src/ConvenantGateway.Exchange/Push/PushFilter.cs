using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Filters every entry of a message by what was decided about its betrokkenen. A reference stays only if its target does.</summary>
internal sealed class PushFilter(ExchangeCall call, PushMessage message, PushDecision decision) : IReleasedReferences
{
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);
    private static readonly CategorySet Whereabouts = CategorySet.Of(2) | CategorySet.Of(4) | CategorySet.Of(5);

    private readonly HashSet<string> _released = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference)
    {
        if (reference.Length > 0 && reference[0] == (byte)'#')
        {
            return true;
        }

        var text = Encoding.UTF8.GetString(reference);
        return _released.Contains(text) || message.Known.Contains(text);
    }

    /// <summary>Filters all entries. Repeats while an entry fell that others refer to: each round releases less, so it ends.</summary>
    /// <exception cref="InvalidOperationException">The filter refused bytes that intake accepted: a bug, nothing leaves.</exception>
    public ImmutableArray<CutEntry> Cut()
    {
        var entries = message.Intake.Entries;
        var fallen = new bool[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            fallen[i] = IsWithheldWhole(i);
            if (!fallen[i])
            {
                _released.Add(Name(entries[i]));
            }
        }

        while (true)
        {
            var cut = ImmutableArray.CreateBuilder<CutEntry>(entries.Length);
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

    private CutEntry One(int index)
    {
        var entry = message.Intake.Entries[index];
        var scope = new FilterScope(Released(index), entry.Classes, this, MarkSubsetted: !call.IsOwn);
        var json = DeliveredMeta.Write(entry.Json, call.ReceivedAt, decision.Decision.Basis.Obligations);
        var outcome = call.Policy.Filter.Filter(json, scope);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"{refusal.Code} at byte {refusal.BytePosition} of a {entry.Type} that intake accepted")
            : new CutEntry(entry, message.PersonsOf[index], outcome.Body, outcome.Withheld);
    }

    private CutEntry Whole(int index)
    {
        var entry = message.Intake.Entries[index];
        var missing = entry.HasPlace ? entry.Classes - Released(index) : default;
        return new CutEntry(entry, message.PersonsOf[index], null, [new WithheldElement(entry.Type, missing, 1)]);
    }

    private bool IsWithheldWhole(int index)
    {
        var entry = message.Intake.Entries[index];
        var released = Released(index);
        return !entry.HasPlace || released.IsEmpty || !released.Contains(entry.Classes);
    }

    /// <summary>A safe-contact finding takes the whereabouts of a Patient out, and any other resource whole, whatever the label (domain.md 10.2, 6); unless a rule releases that very address .</summary>
    private CategorySet Released(int index)
    {
        var entry = message.Intake.Entries[index];
        var released = decision.Released(message.PersonsOf[index], entry.Labels);
        if (call.IsOwn || released.Contains(SafeLocation) || !entry.Findings.Any(static f => f.Category.Overlaps(SafeLocation)))
        {
            return released;
        }

        return entry.Type == "Patient" ? released - Whereabouts : default;
    }

    private static string Name(IntakeEntry entry) => $"{entry.Type}/{entry.Id}";
}
