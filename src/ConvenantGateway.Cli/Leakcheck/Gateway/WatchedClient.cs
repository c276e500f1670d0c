using System.Net.Http.Headers;
using System.Text;
using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>One name of the development world as a client over mutual TLS: every answer, headers and trailers with it, goes past the watch. Thread safe.</summary>
internal sealed class WatchedClient : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _http;
    private readonly LeakWatch _watch;
    private readonly string _side;
    private readonly Channel? _channel;
    private int _requests;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="watch">Who looks.</param>
    /// <param name="listener">The listener.</param>
    /// <param name="certificates">The development certificates.</param>
    /// <param name="name">Whose certificate; a partner or an officer.</param>
    /// <param name="side">The organisation that it belongs to; empty for none.</param>
    /// <param name="channel">The channel of its bodies; null: body or error.</param>
    public WatchedClient(LeakWatch watch, Uri listener, string certificates, string name, string side, Channel? channel = null)
    {
        (_watch, Name, _side, _channel, Base) = (watch, name, side, channel, listener.GetLeftPart(UriPartial.Authority));
        _handler = PartnerCertificates.Handler(certificates, name);
        _http = new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The listener's address without a trailing slash.</summary>
    public string Base { get; }

    /// <summary>How many requests it made.</summary>
    public int Requests => _requests;

    /// <summary>Asks.</summary>
    /// <param name="where">What it is, for the report.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="token">The bearer token, or null.</param>
    /// <param name="content">The body and its type, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="channel">The channel of this body; null: as the client's.</param>
    /// <param name="headers">More headers.</param>
    public async Task<WatchedAnswer> SendAsync(
        string where, HttpMethod method, string path, string? token, (byte[] Body, string Type)? content, CancellationToken cancellation, Channel? channel = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Base + path));
        if (content is var (bytes, type))
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Interlocked.Increment(ref _requests);
        using var response = await _http.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var status = (int)response.StatusCode;
        var place = $"{method} {path} as {Name} ({where}, {status})";
        See(response, place);
        _watch.See(channel ?? _channel ?? (status >= 400 ? Channel.Error : Channel.Body), _side, place, body, _channel == Channel.Console);
        return new WatchedAnswer(status, body, response.Headers.TryGetValues("Fsc-Transaction-Id", out var values) ? values.First() : "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private void See(HttpResponseMessage response, string place)
    {
        var head = new StringBuilder(response.ReasonPhrase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Concat(response.TrailingHeaders))
        {
            var text = $"{name}: {string.Join(", ", values)}\n";
            if (name == "Convenant-Receipt")
            {
                _watch.See(Channel.Receipt, _side, place, Encoding.UTF8.GetBytes(text));
            }
            else
            {
                head.Append(text);
            }
        }

        _watch.See(Channel.Header, _side, place, Encoding.UTF8.GetBytes(head.ToString()));
    }
}
