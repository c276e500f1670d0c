using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Cli.Push;

/// <summary>Pushes resources in chunks. What the gateway refuses by entry is left out and the rest is sent again.</summary>
internal sealed partial class PushRun(PartnerClient client, TokenAsk ask)
{
    /// <summary>Resources per message.</summary>
    public const int ChunkSize = 200;

    /// <summary>Pushes all; what became of each stands in it.</summary>
    /// <returns>Null, or the answer that refused a whole message.</returns>
    public async Task<PartnerAnswer?> PushAsync(IReadOnlyList<PushItem> items, CancellationToken cancellation)
    {
        var byName = new Dictionary<string, PushItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var name in item.Names)
            {
                byName.TryAdd(name, item);
            }
        }

        foreach (var chunk in items.Chunk(ChunkSize))
        {
            if (await PushChunkAsync([.. chunk], byName, cancellation) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private async Task<PartnerAnswer?> PushChunkAsync(List<PushItem> chunk, Dictionary<string, PushItem> byName, CancellationToken cancellation)
    {
        while (chunk.Count > 0)
        {
            var token = await client.TokenAsync(ask, cancellation);
            if (token.Token is null)
            {
                return token.Answer;
            }

            var answer = await client.PushAsync(ask.To, token.Token, ChunkJson.Write(chunk, byName), null, cancellation);
            if (answer.Status == 200)
            {
                Note(chunk, answer);
                return null;
            }

            var refused = RefusedEntries(answer, chunk.Count);
            if (refused.Count == 0)
            {
                return answer;
            }

            foreach (var (index, codes) in refused)
            {
                chunk[index].Refused = codes;
            }

            chunk = [.. chunk.Where(static i => i.Refused.Count == 0)];
        }

        return null;
    }

    private static void Note(List<PushItem> chunk, PartnerAnswer answer)
    {
        var entries = answer.Json?["entry"] as JsonArray ?? [];
        for (var i = 0; i < chunk.Count && i < entries.Count; i++)
        {
            var response = entries[i]?["response"];
            chunk[i].Location = response?["location"]?.ToString();
            if (chunk[i].Location is null)
            {
                chunk[i].Suppressed = PartnerIssue.Of(response?["outcome"]) is [var first, ..] ? first.Text : "zonder reden";
            }
        }
    }

    private static Dictionary<int, IReadOnlyList<string>> RefusedEntries(PartnerAnswer answer, int count)
    {
        var refused = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var issue in PartnerIssue.Of(answer.Json))
        {
            if (Entry().Match(issue.Expression) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var index && index < count)
            {
                var said = Said().Match(issue.Text) is { Success: true } sdk ? $"{issue.Code} {sdk.Groups[1].Value}" : issue.Code;
                refused[index] = refused.TryGetValue(index, out var codes) ? [.. codes.Append(said).Distinct()] : [said];
            }
        }

        return refused;
    }

    [GeneratedRegex(@"^Bundle\.entry\[(\d{1,4})\]")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\(melding ([^)]+)\)")]
    private static partial Regex Said();
}
