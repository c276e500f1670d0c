using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Exchange;

/// <summary>Every address of the partner listener that is not mapped: refused and recorded like the rest.</summary>
internal static class OtherAddresses
{
    /// <summary>Maps the fallback.</summary>
    public static void MapOtherAddresses(this IEndpointRouteBuilder partners) =>
        partners.MapFallback("{**path}", static (HttpContext context, CallReader calls, FrontDoor door) =>
            door.RefuseAsync(context, calls.Begin(context).Call, ExchangeRefusal.Of(ExchangeErrorKind.UnknownAddress), isFhir: false));
}
