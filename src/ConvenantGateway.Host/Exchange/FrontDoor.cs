using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Exchange;

/// <summary>Between HTTP and the pipeline: runs an interaction, or records a refusal, and releases the answer. Thread safe.</summary>
internal sealed class FrontDoor(ExchangePipeline pipeline, IHostApplicationLifetime lifetime, AnswerDeadline deadline)
{
    /// <summary>Runs and releases.</summary>
    public async Task ExchangeAsync(HttpContext context, ExchangeCall call, IInteraction interaction, string contentType = ResponseRelease.FhirJson)
    {
        try
        {
            var order = await pipeline.RunAsync(interaction, call, context.RequestAborted, lifetime.ApplicationStopping);
            await ReleaseAsync(context, order, contentType);
        }
        catch (AuditUnavailableException)
        {
            await UnrecordedRelease.ServiceUnavailableAsync(context);
        }
    }

    /// <summary>Records a refusal and releases it.</summary>
    public async Task RefuseAsync(HttpContext context, ExchangeCall call, ExchangeRefusal refusal, bool isFhir = true)
    {
        try
        {
            var order = await pipeline.RefuseAsync(refusal, call, isFhir, lifetime.ApplicationStopping);
            if (refusal.Kind == ExchangeErrorKind.TokenInvalid)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            }

            await ReleaseAsync(context, order, isFhir ? ResponseRelease.FhirJson : ResponseRelease.ProblemJson);
        }
        catch (AuditUnavailableException)
        {
            await UnrecordedRelease.ServiceUnavailableAsync(context);
        }
    }

    private async Task ReleaseAsync(HttpContext context, ReleaseOrder order, string contentType)
    {
        if (order.Answer.IsAbsence)
        {
            await deadline.WaitAsync(context);
        }

        var headers = context.Response.Headers;
        if (order.Answer.RetryAfter is { } seconds)
        {
            headers.RetryAfter = seconds.ToString();
        }

        if (order.Answer.Version is { } version)
        {
            headers.ETag = $"W/\"{version}\"";
        }

        var mediaType = order.Answer.IsProblem ? ResponseRelease.ProblemJson : contentType;
        await ResponseRelease.SendAsync(context, order.Answer.Status, mediaType, order.Answer.Body, order.Receipt, order.Transaction);
    }
}
