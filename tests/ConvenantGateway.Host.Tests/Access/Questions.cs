using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Access;

/// <summary>AuthZEN requests; the default is a lawful referral.</summary>
internal static class Questions
{
    public const string Single = "/access/v1/evaluation";
    public const string Batch = "/access/v1/evaluations";

    public static JsonObject Referral() => Ask("ashg-noord", "push", "vrouwenopvang-noord", "REFER", "G-CONSENT", ["consent", "weighing"], Person("slachtoffer", "D01", "D02", "D08", "D10"), Person("pleger", "D01", "D10"));

    public static JsonObject Ask(string from, string action, string to, string purpose, string ground, string[] evidence, params JsonObject[] persons) => new()
    {
        ["subject"] = new JsonObject { ["type"] = "partner", ["id"] = from },
        ["action"] = new JsonObject { ["name"] = action },
        ["resource"] = new JsonObject { ["type"] = "partner", ["id"] = to, ["properties"] = new JsonObject { ["persons"] = new JsonArray([.. persons]) } },
        ["context"] = new JsonObject { ["purpose"] = purpose, ["ground"] = ground, ["evidence"] = new JsonArray([.. evidence.Select(static e => (JsonNode)e)]) },
    };

    public static JsonObject Person(string rol, params string[] consent) => new()
    {
        ["rol"] = new JsonArray(rol),
        ["consent"] = new JsonArray([.. consent.Select(static c => (JsonNode)c)]),
    };

    public static JsonObject With(this JsonObject question, string member, JsonNode? value)
    {
        var node = question;
        var path = member.Split('.');
        foreach (var step in path[..^1])
        {
            node = node[step]!.AsObject();
        }

        node[path[^1]] = value;
        return question;
    }

    public static StringContent Json(JsonNode json, string mediaType = "application/json") => new(json.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(mediaType));

    public static async Task<JsonNode> AnswerAsync(this Caller caller, JsonNode question, string address = Single)
    {
        using var response = await caller.SendAsync(HttpMethod.Post, address, await caller.OwnTokenAsync(), Json(question));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(text)!;
    }
}
