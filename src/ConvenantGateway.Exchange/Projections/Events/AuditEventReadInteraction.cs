using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// <c>GET AuditEvent/{id}</c> at the own address: one event of the own log (rule SELF). An id of another organisation, one that never existed and one that the token is not about give the same 404. What a partner
/// put in its register as an AuditEvent itself is read like every resource. One instance per request.
/// </summary>
public sealed class AuditEventReadInteraction(AuditEventParts events, PullParts parts, string id) : IInteraction
{
    /// <inheritdoc/>
    public string By => "read";

    /// <inheritdoc/>
    public string AskedOf(ExchangeCall call) => "AuditEvent";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        if (!call.IsOwn)
        {
            throw new InvalidOperationException("log lines are read by their own organisation only");
        }

        if (!Scopes.Covers(call.Grant!.Scopes, "AuditEvent", 'r'))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow), call);
        }

        if (events.Ids.Open(call.Caller, id) is not { } place)
        {
            return await new ReadInteraction(parts, "AuditEvent", id).PrepareAsync(call, cancellation);
        }

        var visible = await events.Log.FindAsync(call.Caller.Value, place.Index, cancellation);
        if (visible is null || !AuditEventShape.Types.Contains(visible.Record.Type))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.Absent), call);
        }

        var seen = new ProjectedRecord(visible, call.Caller.Value);

        // Of an erased record nobody knows how many it was about: each of its ids says that it was erased.
        if (!AuditEventParts.PlacesOf(call, seen).Contains(seen.IsErased && call.Grant.About.IsDefaultOrEmpty ? 0 : place.Place))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.Absent), call);
        }

        var body = AuditEventJson.Compose(seen, place.Place, AuditEventParts.ShapeOf(call, seen), events.NodeOf(call));
        IEnumerable<PersonHandle> about = seen.Persons.IsEmpty ? [] : [AuditEventParts.HandleOf(seen, place.Place)];
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(body),
            Record = new AnswerRecord { Outcome = "released", Rules = ["SELF"], Views = [Views.OfCaller(call, [new RecordValue("resources", "AuditEvent:1")], about)] },
        };
    }
}
