using System.Collections.Immutable;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Between Filter and Audit: reads what would leave with other eyes than the filter's, and stops what tells in another place what was cut (ADR 0009). Only it makes a <see cref="GuardedBody"/>. Thread safe.
/// </summary>
public sealed class SafeContactGuard(IWhereabouts whereabouts, IPersonHandles handles, GuardAlarm alarm)
{
    /// <summary>
    /// Passes a push, or stops entries of it. An entry that tells D02, D03 or D04 is withheld and the rest is filtered again, since references to it fall too; each round releases less, so it ends.
    /// </summary>
    internal GuardedPush Pass(ExchangeCall call, PushMessage message, PushDecision decision, PushFilter filter, ImmutableDictionary<PersonHandle, PersonWhereabouts> known)
    {
        var hits = ImmutableArray.CreateBuilder<GuardHit>();
        var forbidden = call.IsOwn ? [] : CutValues.Of(message.Intake.Entries.Select((e, i) => Input(message, filter, e, i)), call.Policy.Snapshot.Elements);
        while (true)
        {
            var cut = filter.Cut();
            if (call.IsOwn)
            {
                return new GuardedPush([.. cut.Select(c => Guarded(c, c.Body is null ? null : GuardedBody.OfOwn(call, c.Body)))], []);
            }

            var outputs = cut.Where(static c => c.Body is not null).Select(c => new GuardOutput(c.Entry.Type, c.Body!.Utf8, c.Entry.Classes, filter.Released(c.Entry.Index)));
            var digests = new KnownDigests(handles, [.. message.Persons.Select((p, i) => (p.Handle, i)).Where(static p => p.Handle is not null).Select(p => (p.Handle!.Value, known[p.Handle.Value], decision.ReleasedOf(p.i)))]);
            var scan = new OutgoingScan(forbidden, forbidden.Count == 0 && digests.IsEmpty ? [] : LawfulValues.Of(outputs, call.Policy.Snapshot), digests);
            var found = scan.IsIdle ? [] : cut.Where(static c => c.Body is not null)
                .Select(c => new GuardHit(c.Entry.Index, scan.Hits(c.Body!.Utf8))).Where(static h => !h.Category.IsEmpty).ToList();
            foreach (var hit in found)
            {
                alarm.Sound("push", call.Transaction, hit.Category);
                filter.Stop(hit.Entry, hit.Category);
            }

            hits.AddRange(found);
            if (found.Count == 0 || found.Exists(static h => h.Blocks))
            {
                return new GuardedPush([.. cut.Select(c => Guarded(c, c.Body is null || found.Count > 0 ? null : new GuardedBody(c.Body)))], hits.ToImmutable());
            }
        }
    }

    /// <summary>Passes one stored resource that another reads; null: it answers as absent, whatever it told.</summary>
    internal async ValueTask<GuardedBody?> PassAsync(ExchangeCall call, string by, StoredResource stored, CategorySet released, FilteredBody body, CancellationToken cancellation)
    {
        if (call.IsOwn)
        {
            return GuardedBody.OfOwn(call, body);
        }

        var isReporter = stored.Type == "Patient" && stored.Persons.Any(static p => p.Rollen.Contains(BetrokkeneRol.Melder));
        var forbidden = CutValues.Of([new GuardInput(stored.Type, stored.Json, stored.Classes, released, [], isReporter)], call.Policy.Snapshot.Elements);
        var digests = await KnownAsync(stored.Persons.Select(static p => p.Handle).OfType<PersonHandle>(), released, cancellation);
        if (forbidden.Count == 0 && digests.IsEmpty)
        {
            return new GuardedBody(body);
        }

        var lawful = LawfulValues.Of([new GuardOutput(stored.Type, body.Utf8, stored.Classes, released)], call.Policy.Snapshot);
        var hits = new OutgoingScan(forbidden, lawful, digests).Hits(body.Utf8);
        if (hits.IsEmpty)
        {
            return new GuardedBody(body);
        }

        alarm.Sound(by, call.Transaction, hits);
        return null;
    }

    /// <summary>True if a composed text about a person tells nothing of where that person is.</summary>
    internal async ValueTask<bool> PassesAsync(ExchangeCall call, string by, PersonHandle person, CategorySet released, string text, CancellationToken cancellation)
    {
        var digests = await KnownAsync([person], released, cancellation);
        var hits = digests.IsEmpty ? default : new OutgoingScan([], LawfulValues.Of([], call.Policy.Snapshot), digests).HitsIn(text);
        if (!hits.IsEmpty)
        {
            alarm.Sound(by, call.Transaction, hits);
        }

        return hits.IsEmpty;
    }

    private async ValueTask<KnownDigests> KnownAsync(IEnumerable<PersonHandle> persons, CategorySet released, CancellationToken cancellation)
    {
        var known = ImmutableArray.CreateBuilder<(PersonHandle, PersonWhereabouts, CategorySet)>();
        foreach (var handle in persons.Distinct())
        {
            known.Add((handle, await whereabouts.ReadAsync(handle, cancellation), released));
        }

        return new KnownDigests(handles, known.ToImmutable());
    }

    private static CutEntry Guarded(FilteredEntry cut, GuardedBody? body) => new(cut.Entry, cut.Persons, body, cut.Withheld);

    private static GuardInput Input(PushMessage message, PushFilter filter, IntakeEntry entry, int index)
    {
        var released = filter.Released(index);
        var isReporter = entry.Type == "Patient" && message.PersonsOf[index].Any(i => message.Persons[i].Rollen.Contains(BetrokkeneRol.Melder));
        return new GuardInput(entry.Type, entry.Json, entry.Classes, released, entry.Findings, isReporter);
    }
}
