using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>One partner's system: speaks with the gateway over mutual TLS as design.md 3.2 to 3.4 fix it. Knows nothing of how the gateway works. Thread safe.</summary>
public sealed class PartnerClient : IDisposable
{
    private static readonly MediaTypeHeaderValue FhirJson = new("application/fhir+json");

    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _http;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="baseUri">The partner listener, e.g. <c>https://localhost:8443</c>.</param>
    /// <param name="certificatesDirectory">Where <c>certs dev</c> wrote.</param>
    /// <param name="partner">Who calls, e.g. <c>ashg-noord</c>.</param>
    /// <exception cref="FileNotFoundException">There is no certificate for the name.</exception>
    public PartnerClient(Uri baseUri, string certificatesDirectory, string partner)
    {
        Partner = partner;
        Base = baseUri.GetLeftPart(UriPartial.Authority);
        _handler = PartnerCertificates.Handler(certificatesDirectory, partner);
        _http = new HttpClient(_handler, disposeHandler: false) { BaseAddress = new Uri(Base), Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>Who calls.</summary>
    public string Partner { get; }

    /// <summary>The public base without a trailing slash: <c>locations</c> start with it.</summary>
    public string Base { get; }

    /// <summary>Asks for a token (RFC 6749 4.4, RFC 8705, RFC 9396).</summary>
    public async Task<TokenAnswer> TokenAsync(TokenAsk ask, CancellationToken cancellation)
    {
        using var content = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("client_id", Partner),
            new("authorization_details", ask.ToJson(Base))]);
        var answer = await SendAsync(HttpMethod.Post, "/connect/token", null, content, null, cancellation);
        return new TokenAnswer(answer, answer.IsSuccess ? answer.Json?["access_token"]?.ToString() : null);
    }

    /// <summary>Pushes a transaction Bundle: data flows from this partner to <paramref name="to"/>.</summary>
    public async Task<PartnerAnswer> PushAsync(string to, string token, byte[] bundle, string? idempotencyKey, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(bundle);
        content.Headers.ContentType = FhirJson;
        return await SendAsync(HttpMethod.Post, $"/{to}/fhir", token, content, idempotencyKey, cancellation);
    }

    /// <summary>Asks <c>$case-status</c> about a person.</summary>
    public async Task<PartnerAnswer> CaseStatusAsync(string holder, string token, JsonObject parameters, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(JsonBytes.Of(parameters));
        content.Headers.ContentType = FhirJson;
        return await SendAsync(HttpMethod.Post, $"/{holder}/fhir/$case-status", token, content, null, cancellation);
    }

    /// <summary>Reads one resource.</summary>
    /// <param name="holder">Whose register or inbox.</param>
    /// <param name="token">A token for the holder.</param>
    /// <param name="reference"><c>Type/id</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<PartnerAnswer> ReadAsync(string holder, string token, string reference, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, $"/{holder}/fhir/{reference}", token, null, null, cancellation);

    /// <summary>Searches by POST.</summary>
    public async Task<PartnerAnswer> SearchAsync(string holder, string token, string type, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation)
    {
        using var content = new FormUrlEncodedContent(form);
        return await SendAsync(HttpMethod.Post, $"/{holder}/fhir/{type}/_search", token, content, null, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<PartnerAnswer> SendAsync(HttpMethod method, string path, string? token, HttpContent? content, string? idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(Base + path)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await _http.SendAsync(request, cancellation);
        return await PartnerAnswer.ReadAsync(response, cancellation);
    }
}
