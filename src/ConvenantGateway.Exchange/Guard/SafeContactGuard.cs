using System.Collections.Immutable;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Between Filter and Audit: reads what would leave with other eyes than the filter's, and stops what tells in another place what was cut (ADR 0009). Only it makes a <see cref="GuardedBody"/>. Thread safe.
/// </summary>
public sealed class SafeContactGuard(IWhereabouts whereabouts, IPersonHandles handles, GuardAlarm alarm)
{
    private const int MostRounds = 4;

    /// <summary>
    /// Passes a push, or stops entries of it. An entry that tells D02, D03 or D04 is withheld and the rest is filtered again, since references to it fall too, and with it what was lawful because of it. Nobody's message
    /// needs many rounds of that: after a few the rest is withheld, instead of our time spent.
    /// </summary>
    internal GuardedPush Pass(ExchangeCall call, PushMessage message, PushDecision decision, PushFilter filter, ImmutableDictionary<PersonHandle, PersonWhereabouts> known)
    {
        if (call.IsOwn)
        {
            return new GuardedPush([.. filter.Cut().Select(c => Guarded(c, c.Body is null ? null : GuardedBody.OfOwn(call, c.Body)))], []);
        }

        var hits = ImmutableArray.CreateBuilder<GuardHit>();
        var forbidden = CutValues.Of(message.Intake.Entries.Select((e, i) => Input(message, filter, e, i)), call.Policy.Snapshot.Elements);
        var digests = new KnownDigests(handles, [.. message.Persons.Select((p, i) => (p.Handle, i)).Where(static p => p.Handle is not null).Select(p => (p.Handle!.Value, known[p.Handle.Value], decision.ReleasedOf(p.i)))]);
        var shelters = Shelters(call);
        for (var round = 1; ; round++)
        {
            var cut = filter.Cut();
            var outputs = cut.Where(static c => c.Body is not null).Select(c => new GuardOutput(c.Entry.Type, c.Body!.Utf8, c.Entry.Classes, filter.Released(c.Entry.Index)));
            var scan = new OutgoingScan(forbidden, forbidden.Count == 0 && digests.IsEmpty && shelters.IsEmpty ? [] : LawfulValues.Of(outputs, call.Policy.Snapshot), digests, shelters);
            var found = scan.IsIdle ? [] : cut.Where(static c => c.Body is not null)
                .Select(c => new GuardHit(c.Entry.Index, scan.Hits(c.Body!.Utf8, filter.Released(c.Entry.Index)))).Where(static h => !h.Category.IsEmpty).ToList();
            foreach (var hit in found)
            {
                alarm.Sound("push", call.Transaction, hit.Category);
                filter.Stop(hit.Entry, hit.Category);
            }

            var told = found.Aggregate(default(CategorySet), static (all, h) => all | h.Category);
            foreach (var entry in found.Count > 0 && round >= MostRounds ? message.Intake.Entries : [])
            {
                filter.Stop(entry.Index, told);
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

        var reporters = stored.Persons.Where(static p => p.Rollen.Contains(BetrokkeneRol.Melder)).Select(static p => p.PatientId);
        var forbidden = CutValues.Of([new GuardInput(stored.Type, stored.Json, stored.Classes, released, [], [.. reporters])], call.Policy.Snapshot.Elements);
        var shelters = Shelters(call);
        var digests = await KnownAsync(stored.Persons.Select(static p => p.Handle).OfType<PersonHandle>(), released, cancellation);
        if (forbidden.Count == 0 && digests.IsEmpty && shelters.IsEmpty)
        {
            return new GuardedBody(body);
        }

        var lawful = LawfulValues.Of([new GuardOutput(stored.Type, body.Utf8, stored.Classes, released)], call.Policy.Snapshot);
        var hits = new OutgoingScan(forbidden, lawful, digests, shelters).Hits(body.Utf8, released);
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
        var shelters = Shelters(call);
        var hits = digests.IsEmpty && shelters.IsEmpty ? default : new OutgoingScan([], LawfulValues.Of([], call.Policy.Snapshot), digests, shelters).HitsIn(text, released: released);
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

    private ShelterPlaces Shelters(ExchangeCall call) => new(handles, ShelterAddressHashes.Of(call.Policy.Snapshot.Partners));

    private static CutEntry Guarded(FilteredEntry cut, GuardedBody? body) => new(cut.Entry, cut.Persons, body, cut.Withheld);

    private static GuardInput Input(PushMessage message, PushFilter filter, IntakeEntry entry, int index)
    {
        var released = filter.Released(index);
        var reporters = message.PersonsOf[index].Concat(message.MentionedBy[index]).Select(i => message.Persons[i]).Where(static p => p.Rollen.Contains(BetrokkeneRol.Melder)).Select(static p => p.PatientId);
        return new GuardInput(entry.Type, entry.Json, entry.Classes, released, entry.Findings, [.. reporters]);
    }
}
