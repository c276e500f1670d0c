using System.Text;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>
/// Sends a message, reads back as the receiver what arrived, and checks every part against the story: what arrives is in what the receiver holds, what is not provided is nowhere in it
/// and is named to the sender with a reason.
/// </summary>
internal sealed class Delivery(StoryStage stage)
{
    /// <summary>Sends and checks. The answer is null if no token was given.</summary>
    /// <param name="scene">Under which name the exchange is remembered.</param>
    /// <param name="from">The sender.</param>
    /// <param name="ask">The token request; its <c>To</c> is the receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What the receiver holds of it, as one text; null if it did not go.</returns>
    public async Task<string?> SendAsync(string scene, string from, TokenAsk ask, StoryMessage message, CancellationToken cancellation)
    {
        if (await stage.TokenAsync(from, ask, cancellation) is not { } token)
        {
            return null;
        }

        var answer = await stage.Client(from).PushAsync(ask.To, token, message.ToBytes(), null, cancellation);
        stage.Remember(scene, answer);
        if (!stage.Report.Expect(answer.Status == 200, $"het bericht van {from} aan {ask.To} wordt aangenomen"))
        {
            stage.Report.Refused(answer);
            return null;
        }

        var entries = answer.Json?["entry"]?.AsArray() ?? [];
        var held = await ReadBackAsync(ask.To, entries, cancellation);
        Tell(message, entries, held);
        stage.Report.Receipt(answer);
        return string.Join('\n', held.OfType<string>());
    }

    private async Task<string?[]> ReadBackAsync(string receiver, JsonArray entries, CancellationToken cancellation)
    {
        var held = new string?[entries.Count];
        if (await stage.TokenAsync(receiver, new TokenAsk { To = receiver, Actor = StoryCast.ActorOf(receiver) }, cancellation) is not { } token)
        {
            return held;
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i]?["response"]?["location"]?.ToString() is { } location)
            {
                var read = await stage.Client(receiver).ReadAsync(receiver, token, location, cancellation);
                stage.Report.Expect(read.Status == 200, $"{receiver} kan {location.Split('/')[0]} in de eigen postbus lezen");
                held[i] = read.Status == 200 ? Encoding.UTF8.GetString(read.Body.Span) : null;
            }
        }

        return held;
    }

    private void Tell(StoryMessage message, JsonArray entries, string?[] held)
    {
        var everything = string.Join('\n', held.OfType<string>());
        foreach (var group in message.Parts.GroupBy(static p => p.Person?.Label ?? "de zaak"))
        {
            var arrived = group.Where(p => held[p.Entry]?.Contains(p.Canary, StringComparison.Ordinal) == true).ToList();
            stage.Report.Arrived(group.Key, arrived.Select(static p => p.Name));
            foreach (var part in group.Except(arrived))
            {
                var reason = ReasonOf(entries, part);
                stage.Report.Withheld(group.Key, part.Name, reason);
                stage.Report.Expect(reason.Length > 0, $"{group.Key}: de afzender leest waarom {part.Name} niet is verstrekt");
            }
        }

        foreach (var part in message.Parts.Where(static p => p.Fate is not null))
        {
            var who = part.Person?.Label ?? "de zaak";
            if (part.Fate == StoryPart.Arrives)
            {
                stage.Report.Expect(held[part.Entry]?.Contains(part.Canary, StringComparison.Ordinal) == true, $"{who}: {part.Name} komt aan");
            }
            else
            {
                stage.Report.Expect(!everything.Contains(part.Canary, StringComparison.Ordinal), $"{who}: {part.Name} komt nergens aan");
            }
        }
    }

    private static string ReasonOf(JsonArray entries, StoryPart part)
    {
        var issues = PartnerIssue.Of(entries[part.Entry]?["response"]?["outcome"]);
        var own = part.Path is null ? null : issues.FirstOrDefault(i => i.Expression.StartsWith(part.Path, StringComparison.Ordinal));
        var issue = own ?? (part.Path is null || entries[part.Entry]?["response"]?["location"] is null ? issues is [var first, ..] ? first : null : null);
        const string Lead = "Niet verstrekt: ";
        return issue is null ? "" : issue.Text.StartsWith(Lead, StringComparison.Ordinal) ? issue.Text[Lead.Length..] : issue.Text;
    }
}
