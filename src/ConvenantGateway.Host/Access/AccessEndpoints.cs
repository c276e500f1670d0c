using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Access;

/// <summary>OpenID AuthZEN Authorization API 1.0 (design.md 3.2): "may I send this?" on stated attributes; never a register. Any token of the partner will do, discovery needs a certificate only.</summary>
internal static class AccessEndpoints
{
    private const string Evaluation = "/access/v1/evaluation";
    private const string Evaluations = "/access/v1/evaluations";

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapAccessEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapPost(Evaluation, static (HttpContext context, CallReader calls, FrontDoor door, BodyReader bodies) => EvaluateAsync(context, calls, door, bodies, isBatch: false))
            .WithName("access-evaluation").WithSummary("AuthZEN 1.0: may this be sent? Stated attributes only; a dry run");
        partners.MapPost(Evaluations, static (HttpContext context, CallReader calls, FrontDoor door, BodyReader bodies) => EvaluateAsync(context, calls, door, bodies, isBatch: true))
            .WithName("access-evaluations").WithSummary("AuthZEN 1.0: several evaluations at once, at most 100");
        partners.MapGet("/.well-known/authzen-configuration", ConfigurationAsync).WithName("authzen-configuration").WithSummary("AuthZEN 1.0: metadata of the decision point");
        partners.Map("/access/{**rest}", OtherAsync).ExcludeFromDescription();
    }

    private static async Task EvaluateAsync(HttpContext context, CallReader calls, FrontDoor door, BodyReader bodies, bool isBatch)
    {
        RequestIdHeader.Echo(context);
        var (call, refusal) = await calls.ReadAsync(context);
        refusal ??= context.Request.Query.Count > 0 ? ExchangeRefusal.Of(ExchangeErrorKind.UnknownParameter)
            : !MediaTypes.AcceptsJson(context) ? ExchangeRefusal.Of(ExchangeErrorKind.NotAcceptable)
            : !MediaTypes.IsSent(context, ResponseRelease.Json) ? ExchangeRefusal.Of(ExchangeErrorKind.UnsupportedMediaType)
            : null;
        if (refusal is not null)
        {
            await door.RefuseAsync(context, call, refusal, isFhir: false);
            return;
        }

        // Who asks is kept; what the token is for and about is no part of the question.
        var asked = call with { Grant = call.Grant! with { Purpose = new Purpose(""), Ground = new Ground(""), About = [], Emergency = false } };
        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, asked, refused, isFhir: false)
            : door.ExchangeAsync(context, asked, new AccessInteraction(body, isBatch), ResponseRelease.Json));
    }

    private static async Task ConfigurationAsync(HttpContext context, CallReader calls, FrontDoor door, GatewayAddresses addresses)
    {
        RequestIdHeader.Echo(context);
        var (call, isReadable) = calls.Begin(context);
        await (isReadable
            ? door.ExchangeAsync(context, call, new ComposedInteraction("discovery", StatusCodes.Status200OK, AccessJson.Configuration(addresses.PublicBase)), ResponseRelease.Json)
            : door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed), isFhir: false));
    }

    private static Task OtherAsync(HttpContext context, CallReader calls, FrontDoor door)
    {
        RequestIdHeader.Echo(context);
        var kind = context.Request.Path.Value is Evaluation or Evaluations ? ExchangeErrorKind.MethodNotAllowed : ExchangeErrorKind.UnknownAddress;
        return door.RefuseAsync(context, calls.Begin(context).Call, ExchangeRefusal.Of(kind), isFhir: false);
    }
}
