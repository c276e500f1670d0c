using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The answer to a push that goes: what is stored, what the sender learns, what both sides' officers see.</summary>
internal static class PushAnswer
{
    /// <summary>Stores and answers.</summary>
    public static PreparedAnswer Store(
        ExchangeCall call, PushMessage message, ImmutableArray<CutEntry> cut, PushDecision decision, DossierFacts facts, (string Key, string Digest, DateTimeOffset Expires)? idempotency, PushSafety safety)
    {
        var body = PushResponseJson.Compose(call, cut, decision);
        var resources = cut.Where(static c => c.Body is not null).Select(c => Stored(call, message, c)).ToList();
        if (!call.IsOwn && !cut.Any(static c => c.Entry.Type == "Task" && c.Body is not null))
        {
            resources.Add(DeliveryTask.Compose(call, message, cut));
        }

        var writes = new StoreWrites
        {
            RestsOn = facts.RestsOn(call.Caller),
            Resources = [.. resources],
            Permissions = call.IsOwn ? PermissionsOf(call, message) : [],
            Whereabouts = safety.Whereabouts,
            Cases = [.. resources.Where(static r => r.Type is "EpisodeOfCare" or "ServiceRequest").SelectMany(static r => r.Persons)
                .Where(static p => p.Handle is not null && InDanger.Is(p.Rollen)).Select(p => new OpenCase(p.Handle!.Value, call.Counterparty)).Distinct()],
            Idempotency = idempotency is { } entry
                ? new IdempotencyEntry(call.Caller, entry.Key, entry.Digest, call.Transaction, 200, body, entry.Expires)
                : null,
        };
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(body),
            Writes = writes,
            Record = RecordOf(call, message, cut, decision, facts, "stored", safety),
        };
    }

    /// <summary>Answers a push that was sent again with the first answer; decided again, recorded, stored nothing.</summary>
    public static PreparedAnswer Replay(ExchangeCall call, PushMessage message, ImmutableArray<CutEntry> cut, PushDecision decision, DossierFacts facts, IdempotencyEntry first, PushSafety safety) => new()
    {
        Status = first.Status,
        Body = new ReleasableBody.Composed(first.Response),
        ReplayOf = first.Transaction,
        Record = RecordOf(call, message, cut, decision, facts, "replayed", safety),
    };

    private static StoredResource Stored(ExchangeCall call, PushMessage message, CutEntry cut) => new()
    {
        Register = call.Counterparty,
        Source = call.Caller,
        Origin = OriginOf(call, cut.Entry),
        Transaction = call.Transaction,
        Type = cut.Entry.Type,
        Id = cut.Entry.Id,
        ReceivedAt = call.ReceivedAt,
        Classes = cut.Entry.Classes | (call.IsOwn ? ToldPlace(cut.Entry) : default),
        Persons = [.. cut.Persons.Select(i => message.Persons[i]).Select(static p => new StoredPerson(p.PatientId, p.Handle, p.Rollen))],
        Terms = DeliveredTerms.Of(cut, message.MentionedBy[cut.Entry.Index].Select(i => $"Patient/{message.Persons[i].PatientId}").ToHashSet(StringComparer.Ordinal)),
        Json = cut.Body!.Utf8,
    };

    /// <summary>D05 for what tells of a hidden place: in the own register it stays whole, and no other may read it.</summary>
    private static CategorySet ToldPlace(IntakeEntry entry) =>
        entry.Findings.Where(static f => f.Kind is FindingKind.FreeText or FindingKind.ShelterAddress).Aggregate(default(CategorySet), static (all, f) => all | f.Category);

    /// <summary>What police sends is police data, whatever its label says (Wpg 7(2)).</summary>
    private static DataOrigin OriginOf(ExchangeCall call, IntakeEntry entry) => call.Policy.Snapshot.Partners[call.Caller].Kind.Code switch
    {
        "POL" => DataOrigin.Wpg,
        "ZH" or "HA" when entry.Origin == DataOrigin.Unlabelled => DataOrigin.Medical,
        "AMK" or "VT" when entry.Origin == DataOrigin.Unlabelled => DataOrigin.Melding,
        _ => entry.Origin,
    };

    private static ImmutableArray<StandingPermission> PermissionsOf(ExchangeCall call, PushMessage message)
    {
        var permissions = ImmutableArray.CreateBuilder<StandingPermission>();
        foreach (var entry in message.Intake.Entries)
        {
            if (entry.Permission is not { } said)
            {
                continue;
            }

            var handles = message.PersonsOf[entry.Index].Select(i => message.Persons[i].Handle).OfType<PersonHandle>();
            permissions.AddRange(handles.Select(handle => new StandingPermission(
                call.Caller, handle, said.Recipient, said.Purpose, said.Ground, said.Level, said.From, said.Until, said.GivenBy, entry.Id)));
        }

        return permissions.ToImmutable();
    }

    private static AnswerRecord RecordOf(ExchangeCall call, PushMessage message, ImmutableArray<CutEntry> cut, PushDecision decision, DossierFacts facts, string outcome, PushSafety safety)
    {
        var basis = decision.Decision.Basis;
        var persons = message.Persons.Select(static p => p.Handle).OfType<PersonHandle>().ToList();
        List<RecordValue> both =
        [
            new("obligations", string.Join(' ', basis.Obligations.Select(static o => o.Code))),
            new("laws", string.Join("; ", basis.Laws.Select(static l => $"{l.Bwb} {l.Article}"))),
            .. message.Persons.Select((p, i) => new RecordValue(
                $"released-{i + 1}", $"{string.Join('+', p.Rollen.Roles().Select(static r => r.ToString().ToLowerInvariant()))}: {decision.ReleasedOf(i)}")),
            new(PersonInRecord.OrderField, PersonInRecord.OrderOf(message.Persons.Select(static p => p.Handle))),
            new("resources", string.Join(' ', cut.Where(static c => c.Body is not null).GroupBy(static c => c.Entry.Type).Select(static g => $"{g.Key}:{g.Count()}"))),
        ];
        IEnumerable<RecordValue> receiver = facts.Receiver.Length == 0 ? [] : [new RecordValue("receiver-person", facts.Receiver)];
        List<RecordValue> own = [.. both, .. receiver, .. WithheldText(call, cut, decision), .. safety.Values, .. Warnings(decision), .. ConsentUse.Values(facts)];
        return new AnswerRecord
        {
            Outcome = outcome,
            Rules = call.IsOwn ? ["SELF"] : [.. basis.Rules.Select(static r => r.Code)],
            Views = call.IsOwn ? [Views.OfCaller(call, own, persons)] : [Views.OfCaller(call, own, persons), Views.OfCounterparty(call, both, persons)],
        };
    }

    private static IEnumerable<RecordValue> Warnings(PushDecision decision) =>
        decision.Decision.Warnings.IsEmpty ? [] : [new RecordValue("warnings", string.Join('\n', decision.Decision.Warnings.Select(static w => w.Text)))];

    private static IEnumerable<RecordValue> WithheldText(ExchangeCall call, ImmutableArray<CutEntry> cut, PushDecision decision)
    {
        var lines = cut
            .SelectMany(c => c.Withheld.Select(w => $"{w.Path} x{w.Count} ({w.Category}) {decision.Why(c.Persons, w.Category, c.Entry.Labels, call.Policy.Snapshot)}"))
            .Distinct()
            .Take(200);
        return [new RecordValue("withheld", string.Join('\n', lines))];
    }
}
