using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Exchange;

/// <summary>Makes an <see cref="ExchangeCall"/> of a request: partner of the path, transaction, token. What fails becomes a refusal with a call to record it on.</summary>
internal sealed class CallReader(IActivePolicy policy, IGrantReader grants, GatewayAddresses addresses, TimeProvider time)
{
    /// <summary>Reads a call to a counterparty's FHIR address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="partner">The path's first segment.</param>
    /// <param name="needsToken">True where a certificate alone does not do.</param>
    public async ValueTask<(ExchangeCall Call, ExchangeRefusal? Refusal)> ReadAsync(HttpContext context, string partner, bool needsToken)
    {
        var call = Begin(context);
        if (!call.TransactionIsReadable)
        {
            return (call.Call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed));
        }

        var exchange = call.Call;
        if (!PartnerId.TryParse(partner, out var id)
            || (id != exchange.Caller && exchange.Policy.Snapshot.FindCounterparty(id, exchange.LawDate) is null))
        {
            return (exchange, ExchangeRefusal.Of(ExchangeErrorKind.UnknownCounterparty));
        }

        exchange = exchange with { Counterparty = id, FhirBase = addresses.FhirBase(id) };
        if (!needsToken)
        {
            return (exchange, null);
        }

        var (grant, refusal) = await grants.ReadAsync(context);
        if (grant is null)
        {
            return (exchange, refusal);
        }

        exchange = exchange with { Grant = grant };
        return grant.Counterparty == id ? (exchange, null) : (exchange, ExchangeRefusal.Of(ExchangeErrorKind.TokenForOther));
    }

    /// <summary>Reads a call that has no counterparty but needs a token: any token of this partner, for whatever counterparty.</summary>
    public async ValueTask<(ExchangeCall Call, ExchangeRefusal? Refusal)> ReadAsync(HttpContext context)
    {
        var (call, isReadable) = Begin(context);
        if (!isReadable)
        {
            return (call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed));
        }

        var (grant, refusal) = await grants.ReadAsync(context);
        return (call with { Grant = grant }, refusal);
    }

    /// <summary>Reads a call that has no counterparty: receipts, checkpoints, tiles, discovery.</summary>
    public (ExchangeCall Call, bool TransactionIsReadable) Begin(HttpContext context)
    {
        var caller = context.Features.Get<ConnectedPartner>() ?? throw new InvalidOperationException("no partner on this connection");
        var now = time.GetUtcNow();
        var active = policy.Current;
        var isReadable = TransactionHeader.TryRead(context.Request, out var sent);
        var call = new ExchangeCall
        {
            Caller = caller.Id,
            Counterparty = default,
            Transaction = sent ?? Guid.CreateVersion7(now),
            TransactionIsClaimed = sent is not null,
            Trace = TraceHeader.Read(context.Request),
            ReceivedAt = now,
            Policy = active,
            LawDate = active.Snapshot.LawDateAt(now),
            FhirBase = "",
        };
        return (call, isReadable);
    }
}
