using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using OpenIddict.Server.AspNetCore;

namespace ConvenantGateway.Host.Connect;

/// <summary>Lets OpenIddict compose an answer, records it, releases it: a token that is not on disk is never handed out. Thread safe.</summary>
internal sealed class TokenAnswers(CallReader calls, FrontDoor door, ITokenGrants grants, IAuditLog log, IHostApplicationLifetime lifetime, ILogger<TokenAnswers> logger)
{
    private const long MaxBytes = 256 * 1024;

    /// <summary><c>POST /connect/token</c>.</summary>
    public async Task TokenAsync(HttpContext context)
    {
        var (call, isReadable) = calls.Begin(context);
        if (!isReadable)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed), isFhir: false);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        var token = new TokenCall(call);
        context.Features.Set(token);
        var (caught, refusal) = await ComposeAsync(context);
        if (caught is null)
        {
            await door.RefuseAsync(context, call, refusal!, isFhir: false);
            return;
        }

        try
        {
            var body = new ReleasableBody.Composed(caught.Body);
            var receipt = token.Evaluation is { } evaluation
                ? await grants.RecordAsync(evaluation, caught.Body, caught.Status, lifetime.ApplicationStopping)
                : await log.AppendAsync(RefusedRecord(token, caught.Status, body), null, lifetime.ApplicationStopping);
            await ResponseRelease.SendAsync(context, caught.Status, ResponseRelease.Json, body, receipt, call.Transaction);
        }
        catch (CompanionConflictException conflict) when (conflict.Message == "outcome")
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.OutcomeReused), isFhir: false);
        }
        catch (CompanionConflictException)
        {
            await door.RefuseAsync(
                context, call with { Transaction = Guid.CreateVersion7(call.ReceivedAt), TransactionIsClaimed = false }, ExchangeRefusal.Of(ExchangeErrorKind.TransactionReused), isFhir: false);
        }
        catch (AuditUnavailableException)
        {
            await UnrecordedRelease.ServiceUnavailableAsync(context);
        }
    }

    /// <summary>Authorization server metadata and keys.</summary>
    public async Task DiscoveryAsync(HttpContext context)
    {
        var (call, isReadable) = calls.Begin(context);
        if (!isReadable)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed), isFhir: false);
            return;
        }

        var (caught, refusal) = await ComposeAsync(context);
        await (caught is null
            ? door.RefuseAsync(context, call, refusal!, isFhir: false)
            : door.ExchangeAsync(context, call, new ComposedInteraction("discovery", caught.Status, caught.Body), ResponseRelease.Json));
    }

    /// <summary>A partner's SMART configuration: the same for every caller that may see the partner.</summary>
    public async Task SmartAsync(HttpContext context, string partner)
    {
        var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: false);
        var addresses = context.RequestServices.GetRequiredService<GatewayAddresses>();
        await (refusal is not null
            ? door.RefuseAsync(context, call, refusal)
            : door.ExchangeAsync(context, call, new ComposedInteraction("discovery", StatusCodes.Status200OK, SmartConfiguration.Compose(addresses)), ResponseRelease.Json));
    }

    private async Task<(CapturedResponse? Caught, ExchangeRefusal? Refusal)> ComposeAsync(HttpContext context)
    {
        try
        {
            var isHandled = true;
            var caught = await CapturedResponse.CatchAsync(context, async http => isHandled = await HandleAsync(http));
            return isHandled ? (caught, null) : (null, ExchangeRefusal.Of(ExchangeErrorKind.UnknownAddress));
        }
        catch (BadHttpRequestException e)
        {
            return (null, ExchangeRefusal.Of(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ExchangeErrorKind.BodyTooLarge : ExchangeErrorKind.BodyRefused));
        }
        catch (InvalidDataException)
        {
            return (null, ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused));
        }
#pragma warning disable CA1031 // The step's edge: a failure of Connect becomes a recorded refusal, and nothing leaves.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            TokenLog.Failed(logger, failure);
            return (null, ExchangeRefusal.Of(ExchangeErrorKind.Internal));
        }
    }

    /// <summary>Runs OpenIddict for this request only: as middleware it would look at every exchange.</summary>
    private static async Task<bool> HandleAsync(HttpContext context)
    {
        var handlers = context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        return await handlers.GetHandlerAsync(context, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme) is IAuthenticationRequestHandler handler
            && await handler.HandleRequestAsync();
    }

    private static ExchangeRecord RefusedRecord(TokenCall token, int status, ReleasableBody body) => new()
    {
        Type = RecordType.Token,
        Transaction = token.Call.Transaction,
        Time = token.Call.ReceivedAt,
        Caller = token.Call.Caller.Value,
        By = "token",
        Outcome = "refused",
        Code = token.Code,
        Status = status,
        LawDate = token.Call.LawDate.ToString("yyyy-MM-dd"),
        Covenant = token.Call.Policy.Snapshot.Covenant.Id,
        PolicyDigest = token.Call.Policy.Snapshot.ManifestDigest,
        BodyDigest = body.Digest,
        Trace = token.Call.Trace,
        Views = [Views.OfCaller(token.Call, [new RecordValue("reason", token.Error)])],
    };
}
