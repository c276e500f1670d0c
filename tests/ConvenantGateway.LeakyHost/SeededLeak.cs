using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConvenantGateway.LeakyHost;

/// <summary>Takes the first narrative of the first message, which nobody may ever see, and gives it away through one channel, in a form of that channel's own.</summary>
internal sealed partial class SeededLeak(string channel, GatewayWorld world)
{
    private string? _token;

    /// <summary>Runs a request with the leak around it.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (channel == "none")
        {
            await next(context);
            return;
        }

        if (_token is null && HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value!.EndsWith("/fhir", StringComparison.Ordinal))
        {
            await ReadAsync(context);
        }

        var real = context.Response.Body;
        using var caught = new MemoryStream();
        context.Response.Body = caught;
        await next(context);
        await context.Response.BodyWriter.FlushAsync();
        context.Response.Body = real;
        var body = _token is { } token ? Leaked(context, caught.ToArray(), token) : caught.ToArray();
        context.Response.ContentLength = body.Length > 0 ? body.Length : context.Response.ContentLength;
        await real.WriteAsync(body);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        copy.Position = 0;
        context.Request.Body = copy;
        if (Narrative().Match(Encoding.UTF8.GetString(copy.ToArray())) is { Success: true } match)
        {
            _token = match.Groups[1].Value;
            await OnceAsync(_token);
        }
    }

    /// <summary>What needs no request.</summary>
    private async Task OnceAsync(string token)
    {
        switch (channel)
        {
            case "stdout":
                Console.WriteLine($"info: stored {token}");
                break;
            case "stderr":
                await Console.Error.WriteLineAsync(token.ToLowerInvariant());
                break;
            case "disk":
                await File.WriteAllBytesAsync(Path.Combine(world.Options.Database, "cache.bin"), Encoding.Unicode.GetBytes(token));
                break;
            case "export":
                await world.Store.Log.AppendAsync(
                    new ExchangeRecord
                    {
                        Type = RecordType.Exchange, Transaction = Guid.CreateVersion7(), Time = TimeProvider.System.GetUtcNow(), Caller = "gateway", Outcome = "stored",
                        BodyDigest = Convert.ToHexStringLower(SHA256.HashData([])), Views = [new RecordView("vrouwenopvang-noord", [new RecordValue("note", token)], [])],
                    },
                    null,
                    CancellationToken.None);
                break;
            default:
                break;
        }
    }

    private byte[] Leaked(HttpContext context, byte[] body, string token)
    {
        var path = context.Request.Path.Value!;
        var isOfficer = context.Connection.LocalPort == world.Options.OfficerPort;
        switch (channel)
        {
            case "body" when path.EndsWith("/metadata", StringComparison.Ordinal):
            case "error" when context.Response.StatusCode >= 400 && !isOfficer:
                return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("{", $"{{\"note\":\"{string.Concat(token.Select(static c => $"\\u{(int)c:x4}"))}\",", StringComparison.Ordinal));
            case "header" when !isOfficer:
                context.Response.Headers["X-Cache-Key"] = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(token));
                return body;
            case "metrics":
                context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new KeyValuePair<string, object?>("person", token));
                return body;
            case "trace":
                Activity.Current?.SetTag("payload", Convert.ToBase64String(Encoding.ASCII.GetBytes("p=" + token)));
                return body;
            case "receipt" when path.StartsWith("/receipts/", StringComparison.Ordinal):
            case "log" when path.StartsWith("/log/", StringComparison.Ordinal):
            case "console" when isOfficer:
                return [.. body, .. Encoding.ASCII.GetBytes(token)];
            default:
                return body;
        }
    }

    [GeneratedRegex(@"(?:>|\\u003E)(CNRY[0-9]{8}x)", RegexOptions.IgnoreCase)]
    private static partial Regex Narrative();
}
