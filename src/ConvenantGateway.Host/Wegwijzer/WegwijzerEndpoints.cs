using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Wegwijzer;

/// <summary>The Wegwijzer as FHIR <c>Questionnaire</c> per professional group, and where its answers come out (design.md 3.2). A certificate is enough: nothing of a register is looked at.</summary>
internal static class WegwijzerEndpoints
{
    private const string ByWord = "wegwijzer";

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapWegwijzerEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapGet("/wegwijzer", ListAsync).WithName("wegwijzer-list").WithSummary("The step plans, one per professional group, as a FHIR List");
        partners.MapGet("/wegwijzer/{group}", QuestionnaireAsync).WithName("wegwijzer").WithSummary("One step plan as a FHIR Questionnaire; with `recipient` and `purpose` the facts of the law are filled in");
        partners.MapPost("/wegwijzer/{group}/$outcome", OutcomeAsync).WithName("wegwijzer-outcome").WithSummary("Answers in, signed outcome out: single use, 15 minutes, bound to actor, recipient, persons and purpose");
    }

    private static Task ListAsync(HttpContext context, CallReader calls, FrontDoor door, GatewayAddresses addresses)
    {
        var (call, refusal) = Begin(context, calls);
        refusal ??= context.Request.Query.Count > 0 ? ExchangeRefusal.Of(ExchangeErrorKind.UnknownParameter) : null;
        return refusal is not null
            ? door.RefuseAsync(context, call, refusal)
            : door.ExchangeAsync(context, call, new ComposedInteraction(ByWord, StatusCodes.Status200OK, new QuestionnaireJson(call.Policy.Snapshot.Wegwijzer, addresses.PublicBase).List()));
    }

    private static Task QuestionnaireAsync(HttpContext context, string group, CallReader calls, FrontDoor door, GatewayAddresses addresses)
    {
        var (call, refusal) = Begin(context, calls);
        var guide = call.Policy.Snapshot.Wegwijzer;
        if (refusal is null && !guide.Plans.ContainsKey(group))
        {
            refusal = ExchangeRefusal.Of(ExchangeErrorKind.UnknownAddress);
        }

        (var asked, refusal) = refusal is null ? Asked(context, call) : (null, refusal);
        return refusal is not null
            ? door.RefuseAsync(context, call, refusal)
            : door.ExchangeAsync(context, call, new ComposedInteraction(ByWord, StatusCodes.Status200OK, new QuestionnaireJson(guide, addresses.PublicBase).Compose(guide.Plans[group], asked)));
    }

    private static async Task OutcomeAsync(
        HttpContext context, string group, CallReader calls, FrontDoor door, BodyReader bodies, GatewayAddresses addresses, OutcomeStatements statements, IPersonHandles handles)
    {
        var (call, refusal) = Begin(context, calls);
        refusal ??= !call.Policy.Snapshot.Wegwijzer.Plans.ContainsKey(group) ? ExchangeRefusal.Of(ExchangeErrorKind.UnknownAddress)
            : context.Request.Query.Count > 0 ? ExchangeRefusal.Of(ExchangeErrorKind.UnknownParameter)
            : !MediaTypes.IsSent(context, ResponseRelease.FhirJson) && !MediaTypes.IsSent(context, ResponseRelease.Json) ? ExchangeRefusal.Of(ExchangeErrorKind.UnsupportedMediaType)
            : null;
        if (refusal is not null)
        {
            await door.RefuseAsync(context, call, refusal);
            return;
        }

        var plan = call.Policy.Snapshot.Wegwijzer.Plans[group];
        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, new OutcomeInteraction(plan, body, statements, handles, addresses.PublicBase)));
    }

    private static (ExchangeCall Call, ExchangeRefusal? Refusal) Begin(HttpContext context, CallReader calls)
    {
        var (call, isReadable) = calls.Begin(context);
        return (call, !isReadable ? ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed)
            : !MediaTypes.AcceptsJson(context) ? ExchangeRefusal.Of(ExchangeErrorKind.NotAcceptable)
            : null);
    }

    /// <summary>Recipient and purpose of the query, both or neither: what the law says of them is then filled in.</summary>
    private static (WegwijzerCase? Asked, ExchangeRefusal? Refusal) Asked(HttpContext context, ExchangeCall call)
    {
        var query = context.Request.Query;
        if (query.Keys.Any(static k => k is not ("recipient" or "purpose")))
        {
            return (null, ExchangeRefusal.Of(ExchangeErrorKind.UnknownParameter));
        }

        if (query.Count == 0)
        {
            return (null, null);
        }

        if (query["purpose"] is not [{ } purpose] || !call.Policy.Snapshot.Purposes.ContainsKey(purpose) || query["recipient"] is not [{ } slug])
        {
            return (null, ExchangeRefusal.Of(ExchangeErrorKind.InvalidParameter, "nodig zijn `recipient` en een `purpose` van de lijst", "query"));
        }

        return PartnerId.TryParse(slug, out var id) && call.Policy.Snapshot.FindCounterparty(id, call.LawDate) is { } recipient
            ? (new WegwijzerCase(recipient.Kind, new Purpose(purpose), call.LawDate), null)
            : (null, ExchangeRefusal.Of(ExchangeErrorKind.UnknownCounterparty));
    }
}
