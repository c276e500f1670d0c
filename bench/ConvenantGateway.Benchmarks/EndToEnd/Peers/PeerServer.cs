using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>
/// What the gateway is compared with, as a child process: <c>kestrel PORT CERTS BODY</c> is mutual TLS around constant bytes, <c>plain PORT BODY</c> the same without TLS (a backend),
/// <c>yarp PORT CERTS BACKEND-PORT</c> a pass-through with mutual TLS that decides, filters and records nothing.
/// </summary>
internal static class PeerServer
{
    /// <summary>Serves until it is killed.</summary>
    public static async Task RunAsync(string[] args)
    {
        var port = int.Parse(args[1]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                if (args[0] != "plain")
                {
                    listen.UseHttps(https => Secure(https, args[2]));
                }
            });
        });
        if (args[0] == "yarp")
        {
            builder.Services.AddReverseProxy().LoadFromMemory(
                [new RouteConfig { RouteId = "all", ClusterId = "backend", Match = new RouteMatch { Path = "{**path}" } }],
                [new ClusterConfig { ClusterId = "backend", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = $"http://127.0.0.1:{args[3]}" } } }]);
        }

        await using var app = builder.Build();
        if (args[0] == "yarp")
        {
            app.MapReverseProxy();
        }
        else
        {
            var body = await File.ReadAllBytesAsync(args[^1]);
            app.Run(context => AnswerAsync(context, body));
        }

        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/fhir+json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static void Secure(HttpsConnectionAdapterOptions https, string certificates)
    {
        var anchor = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(certificates, "ca.crt"));
        using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(certificates, "server.crt"), Path.Combine(certificates, "server.key"));
        https.ServerCertificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pfx), null);
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.OnAuthenticate = (_, options) =>
        {
            options.AllowTlsResume = false;
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { anchor },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            };
        };
    }
}
