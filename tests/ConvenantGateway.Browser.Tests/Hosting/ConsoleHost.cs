using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Buffers.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.OfficerConsole;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ConvenantGateway.Browser.Tests;

/// <summary>The console alone on real Kestrel with client certificates; log and store in memory. The officer is the one whose file carries the certificate's subject.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DevelopmentAuthority _authority;
    private readonly Dictionary<string, X509Certificate2> _certificates = [];

    private ConsoleHost(WebApplication app, DevelopmentAuthority authority, FakeStore store, FakeLog log, FakeTimeProvider time)
    {
        (_app, _authority, Store, Log, Time) = (app, authority, store, log, time);
    }

    public FakeStore Store { get; }

    public FakeLog Log { get; }

    public FakeTimeProvider Time { get; }

    public Seed Seed { get; private set; } = null!;

    public Uri Address => new(_app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    /// <summary>Signs the outcomes of the Wegwijzer.</summary>
    public static OutcomeStatements Statements { get; } = new(new TokenGrantOptions { PublicBase = "https://localhost:8443" });

    public static async Task<ConsoleHost> StartAsync(DateTimeOffset? now = null, bool isSeeded = true)
    {
        var time = new FakeTimeProvider(now ?? DateTimeOffset.UtcNow);
        var authority = DevelopmentAuthority.Create("console tests", DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(2));
        var server = Reloaded(authority.Issue(Profile("CN=localhost") with { ForServer = true }));
        var policy = new TestPolicy();
        var store = new FakeStore();
        var log = new FakeLog(store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = server;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (certificate, _, _) => certificate.IssuerName.Name == authority.Root.SubjectName.Name;
        })));
        builder.Services.AddSingleton<TimeProvider>(time)
            .AddSingleton<IActivePolicy>(policy)
            .AddSingleton<IAuditLog>(log).AddSingleton<ILogReading>(log)
            .AddSingleton<IWitnesses>(new FakeWitnesses())
            .AddSingleton<IResourceStore>(store).AddSingleton<IHolds>(store).AddSingleton<IInquiries>(store).AddSingleton<IPersonReports>(store).AddSingleton<ILegalHolds>(store)
            .AddSingleton<IPersonHandles>(Browser.Tests.Seed.Handles)
            .AddSingleton<IOwnRegister, OwnRegister>()
            .AddSingleton(Statements)
            .AddConsole();
        var app = builder.Build();
        app.Use(static async (context, next) =>
        {
            var certificate = await context.Connection.GetClientCertificateAsync();
            context.Features.Set(new ListenerIdentity(ListenerKind.Officers));
            var officers = context.RequestServices.GetRequiredService<IActivePolicy>().Current.Snapshot.Officers.Values;
            if (officers.FirstOrDefault(o => o.CertificateSubject == certificate!.SubjectName.Name) is { } officer)
            {
                context.Features.Set(new ConnectedOfficer(officer, Base64Url.EncodeToString(SHA256.HashData(certificate!.RawDataMemory.Span))));
            }

            await next(context);
        });
        app.MapConsole();
        await app.StartAsync();
        var host = new ConsoleHost(app, authority, store, log, time);
        if (isSeeded)
        {
            host.Seed = await Seed.PlantAsync(store, log, time);
        }

        return host;
    }

    /// <summary>The officer's certificate with its key, as PKCS#12 with the password <c>dev</c>.</summary>
    public byte[] Pkcs12Of(string officer) => CertificateOf(officer).Export(X509ContentType.Pfx, "dev");

    /// <summary>A client with the officer's certificate that sends what a browser sends for a click in the console.</summary>
    public HttpClient ClientOf(string officer, string? site = "same-origin")
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Issuer == _authority.Root.Subject;
        handler.SslOptions.ClientCertificates = [CertificateOf(officer)];
        var client = new HttpClient(handler) { BaseAddress = Address };
        if (site is not null)
        {
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _authority.Dispose();
    }

    private X509Certificate2 CertificateOf(string officer)
    {
        lock (_certificates)
        {
            if (!_certificates.TryGetValue(officer, out var certificate))
            {
                var subject = new TestPolicy().Current.Snapshot.Officers.TryGetValue(officer, out var known) ? known.CertificateSubject : $"CN={officer}";
                _certificates[officer] = certificate = Reloaded(_authority.Issue(Profile(subject)));
            }

            return certificate;
        }
    }

    private static CertificateRequestProfile Profile(string subject) =>
        new() { Subject = subject, NotBefore = DateTimeOffset.UtcNow.AddMinutes(-5), NotAfter = DateTimeOffset.UtcNow.AddDays(1) };

    private static X509Certificate2 Reloaded(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
}
