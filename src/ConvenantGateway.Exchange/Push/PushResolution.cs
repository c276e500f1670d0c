using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>Resolves what a message refers to outside itself: only the sender's own earlier pushes to the same receiver (design.md 3.2).</summary>
internal sealed class PushResolution(PushParts parts, ExchangeCall call)
{
    private readonly Dictionary<string, ImmutableArray<StoredPerson>?> _earlier = new(StringComparer.Ordinal);

    /// <summary>The message with its persons, or the references that point nowhere.</summary>
    public async ValueTask<(PushMessage? Message, ImmutableArray<RefusalDetail> Outside)> ResolveAsync(IntakeMessage intake, CancellationToken cancellation)
    {
        var outside = ImmutableArray.CreateBuilder<RefusalDetail>();
        foreach (var entry in intake.Entries)
        {
            foreach (var reference in entry.References.Where(static r => !r.IsInside))
            {
                if (await FindAsync(reference.Target, cancellation) is null)
                {
                    outside.Add(new RefusalDetail(null, null, "de verwijzing is niet bekend", $"Bundle.entry[{entry.Index}].resource.{Tail(reference.Expression)}"));
                }
            }
        }

        if (outside.Count > 0)
        {
            return (null, outside.ToImmutable());
        }

        var persons = intake.Persons.Select(p => new PushPerson(p.Id, p.Traits is null ? null : parts.Handles.HandleOf(p.Traits), p.Rollen)).ToList();
        var personsOf = ImmutableArray.CreateBuilder<ImmutableArray<int>>(intake.Entries.Length);
        var mentionedBy = ImmutableArray.CreateBuilder<ImmutableArray<int>>(intake.Entries.Length);
        foreach (var entry in intake.Entries)
        {
            var indexes = entry.Persons.ToList();
            foreach (var earlier in entry.EarlierPersons)
            {
                foreach (var stored in await FindAsync(earlier, cancellation) ?? [])
                {
                    var index = persons.FindIndex(p => p.PatientId == stored.PatientId);
                    if (index < 0)
                    {
                        persons.Add(new PushPerson(stored.PatientId, stored.Handle, stored.Rollen));
                        index = persons.Count - 1;
                    }

                    indexes.Add(index);
                }
            }

            // In the own register both stay: whoever reads it later gets the intersection, as the reference to the other is still in it.
            var (about, mentioned) = call.IsOwn ? ([.. indexes.Distinct()], []) : Tellers.Split(entry, [.. indexes.Distinct()], persons);
            personsOf.Add(about);
            mentionedBy.Add(mentioned);
        }

        var known = _earlier.Where(static e => e.Value is not null).Select(static e => e.Key).ToImmutableHashSet(StringComparer.Ordinal);
        return (new PushMessage(intake, [.. persons], personsOf.MoveToImmutable(), mentionedBy.MoveToImmutable(), known), []);
    }

    private async ValueTask<ImmutableArray<StoredPerson>?> FindAsync(string target, CancellationToken cancellation)
    {
        if (!_earlier.TryGetValue(target, out var persons))
        {
            var slash = target.IndexOf('/', StringComparison.Ordinal);
            persons = slash <= 0 || target.LastIndexOf('/') != slash
                ? null
                : await parts.Resources.FindEarlierAsync(call.Counterparty, call.Caller, target[..slash], target[(slash + 1)..], cancellation);
            _earlier[target] = persons;
        }

        return persons;
    }

    private static string Tail(string expression) => expression[(expression.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
