using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>Token requests for treatment, which need no evidence; a test takes something away or adds it.</summary>
internal static class TokenRequests
{
    public static string Details(ConnectNode node, string to = "huisarts-noord") => new JsonArray(new JsonObject
    {
        ["type"] = "convenant_exchange",
        ["locations"] = new JsonArray($"{node.PublicBase}/{to}/fhir"),
        ["purpose"] = "TREAT",
        ["ground"] = "G-DIRECT",
        ["actor"] = new JsonObject { ["system"] = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers", ["id"] = "900012345", ["name"] = "Naamgeheim", ["role"] = "SEH-arts" },
        ["evidence"] = new JsonObject { ["treatmentRelation"] = "huisarts van de patiënt" },
    }).ToJsonString();

    public static async Task<HttpResponseMessage> AskAsync(HttpClient client, string details, params (string Name, string Value)[] more)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials"), new("authorization_details", details) };
        form.RemoveAll(p => more.Any(m => m.Name == p.Key));
        form.AddRange(more.Select(static m => KeyValuePair.Create(m.Name, m.Value)));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync("/connect/token", content);
    }

    public static async Task<string> TokenAsync(ConnectNode node, HttpClient client, string to = "huisarts-noord")
    {
        using var response = await AskAsync(client, Details(node, to));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["access_token"]!.GetValue<string>();
    }

    public static async Task<HttpResponseMessage> CallAsync(HttpClient client, string? token, string partner = "huisarts-noord")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{partner}/fhir/probe");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await client.SendAsync(request);
    }
}
