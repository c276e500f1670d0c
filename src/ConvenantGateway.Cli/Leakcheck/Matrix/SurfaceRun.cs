using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Reads every page that is no exchange: discovery, capabilities, OpenAPI, checkpoint, tiles, metrics, health, and the console of every officer. Not thread safe.</summary>
internal sealed partial class SurfaceRun(LeakWatch watch, PolicySnapshot snapshot, GatewayProcess gateway, string certificates, int pagesPerKind, CancellationToken cancellation)
{
    /// <summary>What a partner's certificate alone opens.</summary>
    public async Task PartnerAsync(WatchedClient client, ImmutableArray<PartnerId> parties)
    {
        // The counterparties' capabilities: all of them, or the first few of a small run.
        string[] pages =
        [
            "/.well-known/oauth-authorization-server", "/.well-known/jwks", "/.well-known/authzen-configuration", "/openapi/v1.json", "/swagger/index.html", "/wegwijzer", "/nowhere",
            .. parties.Take(pagesPerKind).SelectMany(static p => new[] { $"/{p}/fhir/metadata", $"/{p}/fhir/.well-known/smart-configuration" }),
        ];
        foreach (var page in pages)
        {
            await client.SendAsync("surface", HttpMethod.Get, page, null, null, cancellation);
        }

        var checkpoint = await client.SendAsync("checkpoint", HttpMethod.Get, "/log/checkpoint", null, null, cancellation, Channel.Log);
        var size = Encoding.UTF8.GetString(checkpoint.Body).Split('\n') is [_, var line, ..] && long.TryParse(line, out var leaves) ? leaves : 0;
        for (var tile = 0L; tile <= size / 256; tile++)
        {
            var part = tile == size / 256 ? $".p/{size % 256}" : "";
            await client.SendAsync("tile", HttpMethod.Get, $"/log/tile/0/{tile:D3}{part}", null, null, cancellation, Channel.Log);
        }
    }

    /// <summary>Metrics and health.</summary>
    public async Task OperationsAsync()
    {
        using var http = new HttpClient { BaseAddress = gateway.Operations };
        foreach (var page in (string[])["/metrics", "/health/live", "/health/ready"])
        {
            using var response = await http.GetAsync(new Uri(page, UriKind.Relative), cancellation);
            watch.See(Channel.Metrics, "", page, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
    }

    /// <summary>Follows every link of an officer's console; of pages of one kind the newest.</summary>
    /// <returns>How many pages.</returns>
    public async Task<int> ConsoleAsync(Officer officer)
    {
        var side = officer.Organisation.Value ?? "";
        using var client = new WatchedClient(watch, gateway.Officers, certificates, officer.Id, side, Channel.Console);
        var queue = new Queue<string>(["/"]);
        var seen = new HashSet<string>(["/"], StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var page))
        {
            var answer = await client.SendAsync("console", HttpMethod.Get, page, null, null, cancellation);
            foreach (var link in Link().Matches(Encoding.UTF8.GetString(answer.Body)).Select(static m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)))
            {
                var kind = Changing().Replace(link, "*");
                if (kinds.GetValueOrDefault(kind) < pagesPerKind && seen.Add(link))
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    queue.Enqueue(link);
                }
            }
        }

        return client.Requests;
    }

    /// <summary>Every officer that has a certificate.</summary>
    public IEnumerable<Officer> Officers => snapshot.Officers.Values.OrderBy(static o => o.Id, StringComparer.Ordinal).Where(o => File.Exists(Path.Combine(certificates, $"{o.Id}.p12")));

    [GeneratedRegex("""(?:href|src|action)="(/[^"#]*)["#]""")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|=[^&]*")]
    private static partial Regex Changing();
}
