using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;
using Microsoft.AspNetCore.Connections.Features;

namespace ConvenantGateway.Host.Connect;

/// <summary>Proves who calls, for every request: <see cref="ConnectedPartner"/> on the partner listener, <see cref="ConnectedOfficer"/> on the console. Nobody gets further.</summary>
internal sealed class IdentityMiddleware(RequestDelegate next, IActivePolicy policy, HandshakeRefusals refusals, FrontDoor door, AnswerDeadline deadline, TimeProvider time)
{
    private const string MappedKey = "convenant.identity";

    /// <summary>Runs for each request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        deadline.Mark(context);
        switch (context.Features.Get<ListenerIdentity>()?.Kind)
        {
            case ListenerKind.Operations:
                await next(context);
                break;
            case ListenerKind.Partners:
                await PartnerAsync(context);
                break;
            case ListenerKind.Officers:
                await OfficerAsync(context);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private async Task PartnerAsync(HttpContext context)
    {
        if (Map(context) is not ({ Partner: { } partner } mapped, { } certificate))
        {
            await NobodyAsync(context);
            return;
        }

        context.Features.Set(new ConnectedPartner(partner.Id, certificate.Thumbprint));
        if (mapped.Snapshot.FindCounterparty(partner.Id, mapped.Snapshot.LawDateAt(time.GetUtcNow())) is null)
        {
            var (call, _) = context.RequestServices.GetRequiredService<CallReader>().Begin(context);
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.CallerIsNoParty), IsFhir(context));
            return;
        }

        await next(context);
    }

    private async Task OfficerAsync(HttpContext context)
    {
        if (Map(context) is not ({ Officer: { } officer }, { } certificate))
        {
            await NobodyAsync(context);
            return;
        }

        context.Features.Set(new ConnectedOfficer(officer, certificate.Thumbprint));
        await next(context);
    }

    private Task NobodyAsync(HttpContext context)
    {
        refusals.Count(context.Connection.RemoteIpAddress, "nobody");
        return UnrecordedRelease.ForbiddenAsync(context);
    }

    private (MappedIdentity?, ConnectionCertificate?) Map(HttpContext context)
    {
        if (context.Features.Get<ConnectionCertificate>() is not { } certificate
            || certificate.NotAfter <= time.GetUtcNow()
            || context.Features.Get<IConnectionItemsFeature>()?.Items is not { } items)
        {
            return (null, null);
        }

        var snapshot = policy.Current.Snapshot;
        if (items.TryGetValue(MappedKey, out var found) && found is MappedIdentity mapped && ReferenceEquals(mapped.Snapshot, snapshot))
        {
            return (mapped, certificate);
        }

        mapped = new MappedIdentity(snapshot, CertificateMapping.Partner(snapshot, certificate), CertificateMapping.Officer(snapshot, certificate));
        lock (items)
        {
            items[MappedKey] = mapped;
        }

        return (mapped, certificate);
    }

    private static bool IsFhir(HttpContext context) => context.Request.Path.Value?.Contains("/fhir", StringComparison.Ordinal) == true;
}
