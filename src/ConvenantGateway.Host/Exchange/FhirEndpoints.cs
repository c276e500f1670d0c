using System.Text;
using ConvenantGateway.Exchange;
using Microsoft.AspNetCore.WebUtilities;

namespace ConvenantGateway.Host.Exchange;

/// <summary>The FHIR face of every partner (design.md 3.2). What is not mapped here is refused, and recorded.</summary>
internal static class FhirEndpoints
{
    /// <summary>Registers what the endpoints need.</summary>
    public static IServiceCollection AddFhirEndpoints(this IServiceCollection services) => services
        .AddSingleton<CallReader>()
        .AddSingleton<FrontDoor>()
        .AddSingleton<AnswerDeadline>()
        .AddSingleton<BodyReader>()
        .AddSingleton<CapabilityInteraction>()
        .AddSingleton<PersonBudget>()
        .AddSingleton<PageTokens>()
        .AddSingleton<EvidenceOfToken>()
        .AddSingleton<ConsentRecipients>()
        .AddSingleton<GuardAlarm>()
        .AddSingleton<SafeContactGuard>()
        .AddSingleton<StopBudget>()
        .AddSingleton<PushParts>()
        .AddSingleton<AuditEventParts>()
        .AddSingleton<PullParts>();

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapFhirEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapGet("/{partner}/fhir/metadata", MetadataAsync).WithName("metadata");
        partners.MapGet("/{partner}/fhir/{type}/{id}", ReadAsync).WithName("read");
        partners.MapPost("/{partner}/fhir/{type}/_search", SearchAsync).WithName("search");
        partners.MapPost("/{partner}/fhir/$case-status", CaseStatusAsync).WithName("case-status");
        partners.MapPost("/{partner}/fhir", TransactionAsync).WithName("transaction");
        partners.MapPost("/{partner}/fhir/Consent/{id}/$withdraw", WithdrawAsync).WithName("consent-withdraw");
        partners.MapGet("/{partner}/fhir/Consent/{id}/$recipients", RecipientsAsync).WithName("consent-recipients");
        partners.Map("/{partner}/fhir/{**rest}", OtherAsync).ExcludeFromDescription();
    }

    private static async Task MetadataAsync(HttpContext context, string partner, CallReader calls, FrontDoor door, CapabilityInteraction capability)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: false);
        await (RefusedByRequest(context, refusal, allowsQuery: false) is { } refused ? door.RefuseAsync(context, call, refused) : door.ExchangeAsync(context, call, capability));
    }

    private static async Task ReadAsync(HttpContext context, string partner, string type, string id, CallReader calls, FrontDoor door, PullParts parts, AuditEventParts events)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        await (RefusedByRequest(context, refusal, allowsQuery: false) is { } refused
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, IsOwnLog(call, type) ? new AuditEventReadInteraction(events, parts, id) : new ReadInteraction(parts, type, id)));
    }

    private static async Task SearchAsync(
        HttpContext context, string partner, string type, CallReader calls, FrontDoor door, PullParts parts, AuditEventParts events, PageTokens pages, BodyReader bodies)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        refusal = RefusedByRequest(context, refusal, allowsQuery: true)
            ?? (context.Request.ContentLength is null or > 0 && !MediaTypes.IsSent(context, "application/x-www-form-urlencoded")
                ? ExchangeRefusal.Of(ExchangeErrorKind.UnsupportedMediaType)
                : null);
        if (refusal is not null)
        {
            await door.RefuseAsync(context, call, refusal);
            return;
        }

        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, IsOwnLog(call, type) ? new AuditEventSearchInteraction(events, pages, Form(context, body)) : new SearchInteraction(parts, pages, type, Form(context, body))));
    }

    private static async Task CaseStatusAsync(
        HttpContext context, string partner, CallReader calls, FrontDoor door, PullParts parts, IPersonHandles handles, PersonBudget budget, BodyReader bodies)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        if ((RefusedByRequest(context, refusal, allowsQuery: false) ?? RefusedByType(context)) is { } first)
        {
            await door.RefuseAsync(context, call, first);
            return;
        }

        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, new StatusInteraction(parts, handles, budget, body)));
    }

    private static async Task TransactionAsync(HttpContext context, string partner, CallReader calls, FrontDoor door, PushParts parts, BodyReader bodies)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        if ((RefusedByRequest(context, refusal, allowsQuery: false) ?? RefusedByType(context) ?? RefusedByKey(context)) is { } first)
        {
            await door.RefuseAsync(context, call, first);
            return;
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, new PushInteraction(parts, body, key.Length == 0 ? null : key)));
    }

    private static async Task WithdrawAsync(
        HttpContext context, string partner, string id, CallReader calls, FrontDoor door, IResourceStore resources, ConsentRecipients recipients, BodyReader bodies)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        refusal = RefusedByRequest(context, refusal, allowsQuery: false) ?? (context.Request.ContentLength is null or > 0 ? RefusedByType(context) : null);
        if (refusal is not null)
        {
            await door.RefuseAsync(context, call, refusal);
            return;
        }

        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, new WithdrawInteraction(resources, recipients, id, body)));
    }

    private static async Task RecipientsAsync(
        HttpContext context, string partner, string id, CallReader calls, FrontDoor door, IResourceStore resources, ConsentRecipients recipients)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
        await (RefusedByRequest(context, refusal, allowsQuery: false) is { } refused
            ? door.RefuseAsync(context, call, refused)
            : door.ExchangeAsync(context, call, new RecipientsInteraction(resources, recipients, id)));
    }

    private static async Task OtherAsync(HttpContext context, string partner, CallReader calls, FrontDoor door)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: false);
        await door.RefuseAsync(context, call, refusal ?? ExchangeRefusal.Of(ExchangeErrorKind.MethodNotAllowed));
    }

    private static bool IsOwnLog(ExchangeCall call, string type) => call.IsOwn && type == "AuditEvent";

    /// <summary>Query parameters are not listed anywhere but for the paging token; XML is not spoken.</summary>
    private static ExchangeRefusal? RefusedByRequest(HttpContext context, ExchangeRefusal? refusal, bool allowsQuery) =>
        refusal
        ?? (context.Request.Query.Keys.Any(k => !(allowsQuery && k == "_page")) ? ExchangeRefusal.Of(ExchangeErrorKind.UnknownParameter) : null)
        ?? (MediaTypes.AcceptsJson(context) ? null : ExchangeRefusal.Of(ExchangeErrorKind.NotAcceptable));

    private static ExchangeRefusal? RefusedByType(HttpContext context) =>
        MediaTypes.IsSent(context, "application/fhir+json") || MediaTypes.IsSent(context, "application/json") ? null : ExchangeRefusal.Of(ExchangeErrorKind.UnsupportedMediaType);

    private static ExchangeRefusal? RefusedByKey(HttpContext context)
    {
        var keys = context.Request.Headers["Idempotency-Key"];
        return keys.Count == 0 || keys is [{ Length: >= 1 and <= 128 } key] && key.All(static c => c is > ' ' and < (char)127)
            ? null
            : ExchangeRefusal.Of(ExchangeErrorKind.InvalidParameter, "de sleutel is leeg, te lang of komt vaker voor", "Idempotency-Key");
    }

    private static List<KeyValuePair<string, string>> Form(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var query = context.Request.Query["_page"];
        pairs.AddRange(query.Select(static v => KeyValuePair.Create("_page", v ?? "")));
        var form = new QueryStringEnumerable(Encoding.UTF8.GetString(body.Span));
        foreach (var pair in form)
        {
            pairs.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }
}
