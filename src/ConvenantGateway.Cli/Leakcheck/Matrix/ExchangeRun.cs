using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Plays exchanges as the partners, allowed ones and their denied twins. Not thread safe.</summary>
internal sealed class ExchangeRun(CanaryBook book, PolicySnapshot snapshot, DateOnly lawDate, RunFigures figures, Func<PartnerId, WatchedClient> clients, CancellationToken cancellation)
{
    private const string FhirJson = "application/fhir+json";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>The status of a message that is held for the privacy officer.</summary>
    private const int Held = 202;

    private readonly ParallelOptions _together = new() { MaxDegreeOfParallelism = 6, CancellationToken = cancellation };
    private readonly MessageMaker _messages = new(book, snapshot, lawDate);
    private readonly AskMaker _asks = new(book, lawDate);
    private readonly Dictionary<PartnerId, (string Token, int Uses)> _own = [];
    private readonly Dictionary<(PartnerId From, PartnerId To), CaseMessage> _refused = [];
    private int _index;

    /// <summary>An exchange that a rule permits, with the same request less one fact.</summary>
    /// <param name="cell">The exchange.</param>
    /// <param name="third">Who has nothing to do with it.</param>
    /// <param name="isSmall">Two persons, each type once.</param>
    public async Task AllowedAsync(ExchangeCell cell, PartnerId third, bool isSmall)
    {
        var from = clients(cell.From);
        var message = _messages.Make(cell, _index++, new MessageShape(isSmall, HasWorkflow: true, HasWhatIsHeld: false));
        await RefusedTokenAsync(cell, message, "ground");
        await RefusedTokenAsync(cell, message, "evidence");
        if (await TokenAsync(from, _asks.Full(cell, from.Base, message.Persons), $"token {cell}") is not { } token)
        {
            figures.Skipped.Add($"{cell}: no token");
            return;
        }

        await AskBeforehandAsync(cell, from, token);
        switch (cell.By)
        {
            case Initiative.Push:
                await PushAsync(cell, token, message, third, isSmall);
                break;
            case Initiative.Status:
                await StatusAsync(cell, token, message);
                break;
            default:
                await PullAsync(cell, token, message);
                break;
        }
    }

    /// <summary>An exchange that no rule permits: a token with everything, and a message without a token for it.</summary>
    public async Task RefusedAsync(ExchangeCell cell)
    {
        var from = clients(cell.From);
        if (!_refused.TryGetValue((cell.From, cell.To), out var message))
        {
            _refused[(cell.From, cell.To)] = message = _messages.Make(cell, _index++, new MessageShape(IsSmall: true, HasWorkflow: false, HasWhatIsHeld: true));
        }

        await RefusedTokenAsync(cell, message, "");
        if (await OwnTokenAsync(cell.From) is { } own)
        {
            Count(await from.SendAsync($"refused {cell}", HttpMethod.Post, $"/{cell.To}/fhir", own, (message.ToBytes(), FhirJson), cancellation), $"push {cell}");
        }
    }

    /// <summary>Fills the register of a partner that keeps one, as itself, and reads it back; others ask for it and get nothing.</summary>
    public async Task OwnRegisterAsync(PartnerId holder, PartnerId other, bool isSmall)
    {
        var client = clients(holder);
        var cell = new ExchangeCell(holder, holder, new Purpose("TREAT"), new Ground(""), Initiative.Push, false, ["SELF"]);
        var message = _messages.Make(cell, _index++, new MessageShape(isSmall, HasWorkflow: true, HasWhatIsHeld: true));
        if (await OwnTokenAsync(holder) is not { } token)
        {
            figures.Skipped.Add($"{holder}: no token for its own register");
            return;
        }

        var answer = await client.SendAsync("own register", HttpMethod.Post, $"/{holder}/fhir", token, (message.ToBytes(), FhirJson), cancellation);
        if (answer.Status != 200)
        {
            figures.Skipped.Add($"{holder}: own register, {answer.Status} {Reason(answer)}");
            return;
        }

        figures.Allowed++;
        figures.Exercised.Add("SELF");
        await ReadAsync(holder, Locations(answer), other, isSmall);
    }

    /// <summary>Searches everything that a partner may find at its own address.</summary>
    public async Task SearchAsync(PartnerId partner)
    {
        foreach (var type in snapshot.Elements.Keys)
        {
            if (await OwnTokenAsync(partner) is { } token)
            {
                await clients(partner).SendAsync("own search", HttpMethod.Post, $"/{partner}/fhir/{type}/_search", token, ("_count=50"u8.ToArray(), FormType), cancellation);
            }
        }
    }

    private async Task PushAsync(ExchangeCell cell, string token, CaseMessage message, PartnerId third, bool isSmall)
    {
        var from = clients(cell.From);
        var path = $"/{cell.To}/fhir";
        var home = new CanaryHome(cell.From.Value, $"hostile {cell}", BetrokkeneRol.Onbekend, default);
        Count(await from.SendAsync($"hostile {cell}", HttpMethod.Post, path, token, (message.ToHostileBytes(book, home), FhirJson), cancellation), $"hostile push {cell}");
        Count(await from.SendAsync($"no token {cell}", HttpMethod.Post, path, null, (message.ToBytes(), FhirJson), cancellation), $"push without token {cell}");
        Count(await clients(third).SendAsync($"stolen token {cell}", HttpMethod.Post, path, token, (message.ToBytes(), FhirJson), cancellation), $"push with a stolen token {cell}");
        if (snapshot.Partners[cell.From].Kind.Code == "POL")
        {
            var held = _messages.Make(cell, _index++, new MessageShape(isSmall, HasWorkflow: false, HasWhatIsHeld: true));
            Forget(held, cell);
            Count(await from.SendAsync($"held {cell}", HttpMethod.Post, path, token, (held.ToBytes(), FhirJson), cancellation), $"held push {cell}", Held);
        }

        var answer = await from.SendAsync($"push {cell}", HttpMethod.Post, path, token, (message.ToBytes(), FhirJson), cancellation);
        if (answer.Status == 422)
        {
            // What a referral cannot do without was cut: nothing of this message may be anywhere. The rest goes without it.
            figures.Refused++;
            Forget(message, cell);
            message = _messages.Make(cell, _index++, new MessageShape(isSmall, HasWorkflow: false, HasWhatIsHeld: false));
            token = await TokenAsync(from, _asks.Full(cell, from.Base, message.Persons), $"token {cell}") ?? token;
            answer = await from.SendAsync($"push {cell}", HttpMethod.Post, path, token, (message.ToBytes(), FhirJson), cancellation);
        }

        await ReceiptsAsync(cell, answer, third);
        if (answer.Status != 200)
        {
            Forget(message, cell);
            figures.Skipped.Add($"{cell}: {answer.Status} {Reason(answer)}");
            return;
        }

        figures.Allowed++;
        figures.Exercised.UnionWith(cell.Rules);
        await ReadAsync(cell.To, Locations(answer), third, isSmall);
        foreach (var location in Locations(answer).Take(2))
        {
            Count(await from.SendAsync($"sender reads {cell}", HttpMethod.Get, $"/{cell.To}/fhir/{location}", token, null, cancellation), $"sender reads {cell}");
        }
    }

    private async Task StatusAsync(ExchangeCell cell, string token, CaseMessage message)
    {
        var from = clients(cell.From);
        foreach (var person in message.Persons.Take(2))
        {
            var body = Encoding.UTF8.GetBytes(person.ToParameters().ToJsonString());
            var answer = await from.SendAsync($"status {cell}", HttpMethod.Post, $"/{cell.To}/fhir/$case-status", token, (body, FhirJson), cancellation);
            if (answer.Status is 200)
            {
                figures.Allowed++;
                figures.Exercised.UnionWith(cell.Rules);
            }
            else
            {
                figures.Skipped.Add($"{cell}: {answer.Status} {Reason(answer)}");
            }

            await ReceiptsAsync(cell, answer, cell.To);
        }

        Count(await from.SendAsync($"status without token {cell}", HttpMethod.Post, $"/{cell.To}/fhir/$case-status", null, (Encoding.UTF8.GetBytes(message.Persons[0].ToParameters().ToJsonString()), FhirJson), cancellation), $"status {cell}");
    }

    private async Task PullAsync(ExchangeCell cell, string token, CaseMessage message)
    {
        var from = clients(cell.From);
        var person = message.Persons[0];
        var form = Encoding.UTF8.GetBytes($"family={person.Family}&birthdate={person.Birth}");
        var answer = await from.SendAsync($"search {cell}", HttpMethod.Post, $"/{cell.To}/fhir/Patient/_search", token, (form, FormType), cancellation);
        if (answer.Status is 200)
        {
            figures.Allowed++;
            figures.Exercised.UnionWith(cell.Rules);
        }
        else
        {
            figures.Skipped.Add($"{cell}: {answer.Status} {Reason(answer)}");
        }

        Count(await from.SendAsync($"read {cell}", HttpMethod.Get, $"/{cell.To}/fhir/Patient/{Guid.NewGuid()}", token, null, cancellation), $"read {cell}");
    }

    /// <summary>The receiver reads all of it; somebody else tries some of it.</summary>
    private async Task ReadAsync(PartnerId holder, IReadOnlyList<string> locations, PartnerId other, bool isSmall)
    {
        if (await OwnTokenAsync(holder) is not { } token)
        {
            figures.Skipped.Add($"{holder} cannot read its own inbox");
            return;
        }

        // By person what is many and small, the rest one by one.
        var client = clients(holder);
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(locations.Where(static l => l.StartsWith("Patient/", StringComparison.Ordinal)), _together, async (patient, stop) =>
        {
            var found = await client.SendAsync(
                "finds what arrived", HttpMethod.Post, $"/{holder}/fhir/Observation/_search", token, (Encoding.UTF8.GetBytes($"patient={Uri.EscapeDataString(patient)}&_count=200"), FormType), stop);
            foreach (var entry in found.Json?["entry"] as JsonArray ?? [])
            {
                seen[$"Observation/{entry?["resource"]?["id"]}"] = true;
            }
        });
        await Parallel.ForEachAsync(locations.Where(l => !seen.ContainsKey(l)), _together, async (location, stop) =>
            await client.SendAsync("reads what arrived", HttpMethod.Get, $"/{holder}/fhir/{location}", token, null, stop));
        foreach (var location in locations.Take(isSmall ? 1 : 3))
        {
            if (await OwnTokenAsync(other) is { } foreign)
            {
                Count(await clients(other).SendAsync("reads what is not its own", HttpMethod.Get, $"/{holder}/fhir/{location}", foreign, null, cancellation), $"{other} reads at {holder}");
            }
        }
    }

    private async Task ReceiptsAsync(ExchangeCell cell, WatchedAnswer answer, PartnerId third)
    {
        foreach (var who in new[] { cell.From, cell.To, third }.Distinct())
        {
            await clients(who).SendAsync($"receipt {cell}", HttpMethod.Get, $"/receipts/{answer.Transaction}", null, null, cancellation, Channel.Receipt);
        }
    }

    /// <summary>OpenID AuthZEN: may I send this? With a canary in what the question does not know, and one as the request's name.</summary>
    private async Task AskBeforehandAsync(ExchangeCell cell, WatchedClient from, string token)
    {
        var home = new CanaryHome(cell.From.Value, $"evaluation {cell}", BetrokkeneRol.Onbekend, default);
        var question = new JsonObject
        {
            ["subject"] = new JsonObject { ["type"] = "partner", ["id"] = cell.From.Value, ["extra"] = book.Text("evaluation.subject.extra", home, CanaryFate.Never) },
            ["action"] = new JsonObject { ["name"] = cell.By.ToString().ToLowerInvariant(), ["properties"] = new JsonObject { ["extra"] = book.Text("evaluation.action.extra", home, CanaryFate.Never) } },
            ["resource"] = new JsonObject
            {
                ["type"] = "partner", ["id"] = cell.To.Value,
                ["properties"] = new JsonObject { ["persons"] = new JsonArray(new JsonObject { ["rol"] = new JsonArray("slachtoffer"), ["consent"] = new JsonArray("D01") }) },
            },
            ["context"] = new JsonObject
            {
                ["purpose"] = cell.Purpose.Code, ["ground"] = cell.Ground.Code, ["evidence"] = new JsonArray(), ["extra"] = book.Text("evaluation.context.extra", home, CanaryFate.Never),
            },
        };
        await from.SendAsync(
            $"evaluation {cell}", HttpMethod.Post, "/access/v1/evaluation", token, (Encoding.UTF8.GetBytes(question.ToJsonString()), "application/json"), cancellation, null,
            ("X-Request-ID", book.Text("X-Request-ID", home, CanaryFate.ToParties)), ("tracestate", $"vendor={book.Text("tracestate", home, CanaryFate.Never)}"), ("baggage", $"a={book.Text("baggage", home, CanaryFate.Never)}"));
    }

    private async Task RefusedTokenAsync(ExchangeCell cell, CaseMessage message, string lacks)
    {
        var from = clients(cell.From);
        var answer = await from.SendAsync(
            $"token without {(lacks.Length > 0 ? lacks : "a rule")} {cell}", HttpMethod.Post, "/connect/token", null, (_asks.Full(cell, from.Base, message.Persons, lacks), FormType), cancellation);
        if (lacks == "evidence" && answer.Status == 200)
        {
            // This ground demands none (Wpg 16, 18): the token is lawful.
            return;
        }

        Count(answer, $"token without {(lacks.Length > 0 ? lacks : "a rule")} {cell}");
    }

    /// <summary>The own token, renewed before it ends.</summary>
    private async Task<string?> OwnTokenAsync(PartnerId partner)
    {
        if (_own.TryGetValue(partner, out var known) && known.Uses < 200)
        {
            _own[partner] = known with { Uses = known.Uses + 1 };
            return known.Token;
        }

        var client = clients(partner);
        if (await TokenAsync(client, _asks.Own(partner.Value, client.Base), "own token") is not { } token)
        {
            return null;
        }

        _own[partner] = (token, 0);
        return token;
    }

    private async Task<string?> TokenAsync(WatchedClient client, byte[] form, string where)
    {
        var answer = await client.SendAsync(where, HttpMethod.Post, "/connect/token", null, (form, FormType), cancellation);
        return answer.Status == 200 ? answer.Json?["access_token"]?.ToString() : null;
    }

    private void Count(WatchedAnswer answer, string what, int refusal = 400)
    {
        if (answer.Status == refusal || answer.Status >= 400)
        {
            figures.Refused++;
        }
        else
        {
            figures.Unrefused.Add($"{what}: {answer.Status}");
        }
    }

    /// <summary>A message that did not go is allowed nowhere.</summary>
    private static void Forget(CaseMessage message, ExchangeCell cell)
    {
        foreach (var home in message.Homes)
        {
            home.Released.Remove(cell.To.Value);
        }
    }

    private static IReadOnlyList<string> Locations(WatchedAnswer answer) =>
        [.. (answer.Json?["entry"] as JsonArray ?? []).Select(static e => e?["response"]?["location"]?.ToString()).OfType<string>()];

    private static string Reason(WatchedAnswer answer)
    {
        var issues = (answer.Json?["issue"] as JsonArray ?? []).OfType<JsonObject>().Select(static i => $"{i["details"]?["coding"]?[0]?["code"]} {i["expression"]?[0]} {i["details"]?["text"]}").Take(3);
        return string.Join("; ", issues) is { Length: > 0 } text ? text : answer.Json?["detail"]?.ToString() ?? "";
    }
}
