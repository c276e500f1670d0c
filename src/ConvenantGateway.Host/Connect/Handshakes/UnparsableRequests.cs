using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Counts requests that the web server could not parse: they are answered 400 before any of our code runs, so that nothing but the server's own event tells of them. They stand in the log with the refusals
/// before authentication, as <c>unparsable</c>.
/// </summary>
internal sealed class UnparsableRequests(DiagnosticListener server, HandshakeRefusals refusals) : IHostedService, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private IDisposable? _subscription;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = server.Subscribe(this, static (name, _, _) => name == Event);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: Event, Value: IFeatureCollection features })
        {
            refusals.Count(features.Get<IHttpConnectionFeature>()?.RemoteIpAddress, "unparsable");
        }
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription?.Dispose();
}
