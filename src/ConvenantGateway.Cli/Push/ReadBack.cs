using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Cli.Push;

/// <summary>Reads as the receiver what it holds, type by type, page by page.</summary>
internal sealed partial class ReadBack(PartnerClient receiver)
{
    /// <summary>How many of these resources the receiver finds by searching.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="locations"><c>Type/id</c> of what was stored.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The number found, or the answer that refused the search.</returns>
    public async Task<(int Found, PartnerAnswer? Refused)> CountAsync(string type, IReadOnlySet<string> locations, CancellationToken cancellation)
    {
        var found = 0;
        string? page = null;
        var token = await receiver.TokenAsync(
            new TokenAsk { To = receiver.Partner, Actor = PushCommand.Actor, Purpose = "TREAT" }, cancellation);
        do
        {
            List<KeyValuePair<string, string>> form = [new("_count", "200")];
            if (page is not null)
            {
                form.Add(new("_page", page));
            }

            if (token.Token is null)
            {
                return (found, token.Answer);
            }

            var answer = await receiver.SearchAsync(receiver.Partner, token.Token, type, form, cancellation);
            if (answer.Status != 200)
            {
                return (found, answer);
            }

            found += (answer.Json?["entry"] as JsonArray ?? []).Count(e => locations.Contains($"{type}/{e?["resource"]?["id"]}"));
            page = Next(answer);
        }
        while (page is not null);

        return (found, null);
    }

    private static string? Next(PartnerAnswer answer)
    {
        var url = (answer.Json?["link"] as JsonArray ?? []).FirstOrDefault(static l => l?["relation"]?.ToString() == "next")?["url"]?.ToString();
        return url is not null && Page().Match(url) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;
    }

    [GeneratedRegex("[?&]_page=([^&]+)")]
    private static partial Regex Page();
}
