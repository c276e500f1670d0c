using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Release;

/// <summary>The answers without a record of their own: 503 because none could be made, and what is refused before anybody is known. Constants; they say nothing of any request.</summary>
internal static class UnrecordedRelease
{
    private static readonly byte[] Body = OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.AuditUnavailable));

    private static readonly byte[] NobodyBody = OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.CallerIsNoParty));

    /// <summary>Answers 503 with whom to phone.</summary>
    public static Task ServiceUnavailableAsync(HttpContext context) => SendAsync(context, StatusCodes.Status503ServiceUnavailable, Body);

    /// <summary>A certificate of our authorities that maps to nobody: 403, counted with the handshakes.</summary>
    public static Task ForbiddenAsync(HttpContext context) => SendAsync(context, StatusCodes.Status403Forbidden, NobodyBody);

    /// <summary>A <c>Host</c> that is not ours: 400.</summary>
    public static Task UnknownHostAsync(HttpContext context) => SendAsync(context, StatusCodes.Status400BadRequest, ReadOnlyMemory<byte>.Empty);

    private static async Task SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = ResponseRelease.FhirJson;
        context.Response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }
    }
}
