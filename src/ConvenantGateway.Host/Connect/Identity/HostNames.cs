using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Connect;

/// <summary>The <c>Host</c> allow-list on all three listeners: the public name and the loopback names.</summary>
internal sealed class HostNames(RequestDelegate next, GatewayOptions options)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { options.PublicHost, "localhost", "127.0.0.1", "[::1]" };

    /// <summary>Runs for each request.</summary>
    public Task InvokeAsync(HttpContext context) =>
        _names.Contains(context.Request.Host.Host) ? next(context) : UnrecordedRelease.UnknownHostAsync(context);
}
