using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Release;

/// <summary>The one answer that has no record, because none could be made: 503, a constant. It says nothing of any request.</summary>
internal static class UnrecordedRelease
{
    private static readonly byte[] Body = OutcomeBytes();

    /// <summary>Answers 503 with whom to phone.</summary>
    public static async Task ServiceUnavailableAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = ResponseRelease.FhirJson;
        context.Response.ContentLength = Body.Length;
        await context.Response.BodyWriter.WriteAsync(Body, context.RequestAborted);
    }

    private static byte[] OutcomeBytes() => OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.AuditUnavailable));
}
