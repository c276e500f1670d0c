using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConvenantGateway.Host.Connect;

/// <summary>The three listeners of design.md 3.1.</summary>
internal static class ConnectListeners
{
    /// <summary>Opens the listeners.</summary>
    public static void AddListeners(this WebApplicationBuilder builder, GatewayOptions options, TlsOptions tls)
    {
        var services = builder.Services;
        services.TryAddSingleton(_ => new TlsMaterialHolder(tls));
        services.AddSingleton<TlsHandshakes>();
        services.AddSingleton<HandshakeRefusals>();
        services.AddSingleton<HandshakeMonitor>();
        services.AddHostedService<UnparsableRequests>();
        services.AddSingleton<HandshakeRecorder>();
        services.AddHostedService(static p => p.GetRequiredService<HandshakeRecorder>());
        services.AddSingleton<MatcherPolicy, ListenerMatcherPolicy>();
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Exchange.BodyReader.MaxBytes + 1;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 4 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Open(options, options.PartnerPort, static listen => Secure(listen, ListenerKind.Partners));
            kestrel.Open(options, options.OfficerPort, static listen => Secure(listen, ListenerKind.Officers));
            kestrel.Listen(IPAddress.Loopback, options.OperationsPort, static listen => listen.Use(next => Mark(next, ListenerKind.Operations)));
        });
    }

    private static void Open(this KestrelServerOptions kestrel, GatewayOptions options, int port, Action<ListenOptions> configure)
    {
        if (options.ListensOnAllAddresses)
        {
            kestrel.ListenAnyIP(port, configure);
        }
        else if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port, configure);
        }
        else
        {
            kestrel.ListenLocalhost(port, configure);
        }
    }

    private static void Secure(ListenOptions listen, ListenerKind kind)
    {
        var services = listen.ApplicationServices;
        var monitor = services.GetRequiredService<HandshakeMonitor>();
        listen.Use(monitor.Outside);
        listen.UseHttps(services.GetRequiredService<TlsHandshakes>().Options());
        listen.Use(HandshakeMonitor.Inside);
        listen.Use(next => Mark(next, kind));
    }

    private static ConnectionDelegate Mark(ConnectionDelegate next, ListenerKind kind) => connection =>
    {
        connection.Features.Set(new ListenerIdentity(kind));
        if (connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is { } certificate)
        {
            connection.Features.Set(ConnectionCertificate.Of(certificate));
        }

        return next(connection);
    };
}
