using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConvenantGateway.LeakyHost;

/// <summary>
/// Takes narratives of the first message, which nobody may ever see, and gives each away through one channel, in a form of that channel's own: plain, upper or lower case, hex, base64, UTF-16, JSON escapes.
/// </summary>
/// <param name="channels">The channels, separated by a comma; the n-th gives away the n-th narrative.</param>
/// <param name="world">The gateway's world.</param>
internal sealed partial class SeededLeak(string channels, GatewayWorld world)
{
    private readonly string[] _channels = [.. channels.Split(',').Where(static c => c != "none")];
    private string[] _tokens = [];

    /// <summary>Runs a request with the leak around it.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (_channels.Length == 0)
        {
            await next(context);
            return;
        }

        if (_tokens.Length == 0 && HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value!.EndsWith("/fhir", StringComparison.Ordinal))
        {
            await ReadAsync(context);
        }

        var real = context.Response.Body;
        using var caught = new MemoryStream();
        context.Response.Body = caught;
        await next(context);
        await context.Response.BodyWriter.FlushAsync();
        context.Response.Body = real;
        var body = caught.ToArray();
        foreach (var (channel, token) in _channels.Zip(_tokens))
        {
            body = Leaked(context, body, channel, token);
        }

        context.Response.ContentLength = body.Length > 0 ? body.Length : context.Response.ContentLength;
        await real.WriteAsync(body);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        copy.Position = 0;
        context.Request.Body = copy;
        _tokens = [.. Narrative().Matches(Encoding.UTF8.GetString(copy.ToArray())).Select(static m => m.Groups[1].Value).Take(_channels.Length)];
        foreach (var (channel, token) in _channels.Zip(_tokens))
        {
            await OnceAsync(channel, token);
        }
    }

    /// <summary>What needs no request.</summary>
    private async Task OnceAsync(string channel, string token)
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

    private byte[] Leaked(HttpContext context, byte[] body, string channel, string token)
    {
        var path = context.Request.Path.Value!;
        var isOfficer = context.Connection.LocalPort == world.Options.OfficerPort;
        switch (channel)
        {
            case "body" when path.EndsWith("/metadata", StringComparison.Ordinal):
            case "error" when context.Response.StatusCode >= 400 && path.EndsWith("/fhir", StringComparison.Ordinal):
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

    [GeneratedRegex(@"(?:>|\\u003E)(CNRY[a-j]{8}x)", RegexOptions.IgnoreCase)]
    private static partial Regex Narrative();
}
