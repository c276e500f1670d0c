using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Host.Tests.Gateway;

/// <summary>A partner that calls: tokens, pushes, questions. Defaults are those of a request that is refused; a test adds what it needs.</summary>
public sealed class Caller(GatewayFixture gateway, string name) : IDisposable
{
    public HttpClient Http { get; } = gateway.Client(name);

    public string Name => name;

    public void Dispose() => Http.Dispose();

    /// <summary>The details of a token request.</summary>
    public static JsonObject Details(GatewayFixture gateway, string to, string? purpose, string? ground)
    {
        var details = new JsonObject
        {
            ["type"] = "convenant_exchange",
            ["locations"] = new JsonArray($"{Base(gateway)}/{to}/fhir"),
            ["actor"] = new JsonObject { ["system"] = "https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", ["id"] = "900012345", ["name"] = "A. Arts", ["role"] = "SEH-arts" },
        };
        if (purpose is not null)
        {
            details["purpose"] = purpose;
        }

        if (ground is not null)
        {
            details["ground"] = ground;
        }

        return details;
    }

    public static string Base(GatewayFixture gateway) => gateway.Partners.GetLeftPart(UriPartial.Authority);

    public async Task<HttpResponseMessage> AskTokenAsync(JsonObject details, string? clientId = null, string? scope = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId ?? name,
            ["authorization_details"] = new JsonArray(details.DeepClone()).ToJsonString(),
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        using var content = new FormUrlEncodedContent(form);
        return await Http.PostAsync("/connect/token", content);
    }

    public async Task<string> TokenAsync(JsonObject details, string? scope = null)
    {
        using var response = await AskTokenAsync(details, scope: scope);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["access_token"]!.GetValue<string>();
    }

    public Task<string> OwnTokenAsync() => TokenAsync(Details(gateway, name, null, null));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (header, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PushAsync(string to, string token, string bundle, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, $"/{to}/fhir", token, Fhir(bundle), headers);

    public Task<HttpResponseMessage> SearchAsync(string partner, string token, string type, params (string, string)[] parameters) =>
        SendAsync(HttpMethod.Post, $"/{partner}/fhir/{type}/_search", token, new FormUrlEncodedContent(parameters.ToDictionary(static p => p.Item1, static p => p.Item2)));

    public static StringContent Fhir(string json) => new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/fhir+json") { CharSet = "utf-8" });
}
