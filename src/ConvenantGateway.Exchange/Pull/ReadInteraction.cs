using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary><c>GET {type}/{id}</c>: data flows counterparty → caller. One instance per request.</summary>
public sealed class ReadInteraction(PullParts parts, string type, string id) : IInteraction
{
    /// <inheritdoc/>
    public string By => "read";

    /// <inheritdoc/>
    public string AskedOf(ExchangeCall call) => call.Policy.Snapshot.Elements.ContainsKey(type) ? type : "";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        // 2. Exchange: decided without a register
        if (!call.Policy.Snapshot.Elements.ContainsKey(type))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.UnknownType), call);
        }

        if (!Scopes.Covers(call.Grant!.Scopes, type, 'r'))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow), call);
        }

        // 3. Decide the question
        var facts = call.IsOwn ? DossierFacts.None : await parts.Evidence.ReadAsync(call.Grant, cancellation);
        var (refusal, rules) = PullDecision.Question(call, Initiative.Read, facts);
        if (refusal is not null)
        {
            return Refusals.Prepare(refusal, call);
        }

        // 3, 4. Decide the answer and cut it
        var stored = await parts.Resources.ReadAsync(call.Counterparty, type, id, cancellation);
        var seen = stored is null ? null : await PulledResource.SeeAsync(call, stored, Initiative.Read, default, parts, cancellation);
        return seen?.Body is { } body
            ? new PreparedAnswer
            {
                Status = 200,
                Body = new ReleasableBody.Filtered(body),
                Version = stored!.Version,
                Writes = new StoreWrites { RestsOn = facts.RestsOn(call.Caller) },
                Record = PullRecords.Released(call, rules, [seen], facts),
            }
            : Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.Absent), call);
    }
}
