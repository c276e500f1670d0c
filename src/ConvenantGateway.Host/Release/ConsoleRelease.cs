using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.OfficerConsole;
using Microsoft.AspNetCore.Http.Features;

namespace ConvenantGateway.Host.Release;

/// <summary>
/// The recorded writer of the console: (1) the page is rendered into a buffer, (2) the look with the digest of those bytes is on disk, (3) those bytes are sent.
/// If the record cannot be made, a constant 503 is all that leaves.
/// </summary>
internal sealed partial class ConsoleRelease(
    RequestDelegate next, IAuditLog log, IActivePolicy policy, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ConsoleRelease> logger)
{
    /// <summary>The console refused: the role, where the request came from, or the form.</summary>
    private const string RefusedCode = "CG-CONNECT-040";

    private static readonly string EmptyDigest = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ConsoleHeaders.Set(context.Response);
        if (context.Features.Get<ConnectedOfficer>() is not { } connected)
        {
            // Connect refused this connection or did not run: nobody to record a look for, nothing to show.
            await ConsoleConstants.SendAsync(context, StatusCodes.Status403Forbidden);
            return;
        }

        var look = new ConsoleLook(connected.Officer, time.GetUtcNow());
        look.Note("page", context.Request.Path);
        context.Features.Set(look);

        // 1. Render
        using var page = new MemoryStream();
        var status = await RenderAsync(context, page);
        if (status >= 400)
        {
            look.Undo();
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ConstantAsset>() is { } asset && status < 400)
        {
            await ConsoleConstants.SendAsync(context, asset);
            return;
        }

        // 2. Record
        var body = page.ToArray();
        var digest = body.Length == 0 ? EmptyDigest : Convert.ToHexStringLower(SHA256.HashData(body));
        AuditReceipt receipt;
        try
        {
            receipt = await log.AppendAsync(look.Compose(status, digest, CodeOf(status), policy.Current), look.Companion, lifetime.ApplicationStopping);
        }
        catch (Exception e) when (e is AuditUnavailableException or CompanionConflictException)
        {
            LogUnrecorded(e);
            await ConsoleConstants.SendAsync(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (receipt.Transaction != look.Transaction || !string.Equals(receipt.BodyDigest, digest, StringComparison.Ordinal))
        {
            context.Abort();
            throw new InvalidOperationException("the receipt is not for this page: nothing was sent");
        }

        // 3. Send
        ConsoleHeaders.SetReceipt(context.Response, receipt);
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static string CodeOf(int status) => status switch
    {
        < 400 => "",
        StatusCodes.Status404NotFound => ErrorTable.Of(ExchangeErrorKind.UnknownAddress).Code,
        < 500 => RefusedCode,
        _ => ErrorTable.Of(ExchangeErrorKind.Internal).Code,
    };

    private async Task<int> RenderAsync(HttpContext context, MemoryStream page)
    {
        var actual = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            Constant(context, page, e.StatusCode);
        }
        catch (AuditUnavailableException e)
        {
            LogUnrecorded(e);
            Constant(context, page, StatusCodes.Status503ServiceUnavailable);
        }
#pragma warning disable CA1031 // The edge of the step: whatever went wrong in a page becomes a recorded 500 without a word of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(e);
            Constant(context, page, StatusCodes.Status500InternalServerError);
        }
        finally
        {
            context.Features.Set(actual);
        }

        return context.Response.StatusCode;
    }

    private static void Constant(HttpContext context, MemoryStream page, int status)
    {
        page.SetLength(0);
        page.Write(ConsoleConstants.Page(status).Span);
        ConsoleConstants.Prepare(context.Response, status);
    }

    [LoggerMessage(EventId = 801, EventName = "ConsoleUnrecorded", Level = LogLevel.Error, Message = "a look could not be recorded: nothing was shown")]
    private partial void LogUnrecorded(Exception exception);

    [LoggerMessage(EventId = 802, EventName = "ConsoleFailed", Level = LogLevel.Error, Message = "a console page failed")]
    private partial void LogFailed(Exception exception);
}
