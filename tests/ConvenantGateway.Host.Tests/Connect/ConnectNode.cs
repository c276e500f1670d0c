using ConvenantGateway.Host.Policies;
using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>The step Connect alone on loopback: real listeners, certificates, policies and log; one address per listener behind it; a clock the test moves.</summary>
public sealed class ConnectNode : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("convenant-connect-").FullName;
    private GatewayStore? _store;
    private WebApplication? _app;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public int PartnerPort { get; private set; }

    public int OfficerPort { get; private set; }

    public int OperationsPort { get; private set; }

    public string PublicBase => $"https://localhost:{PartnerPort}";

    /// <summary>What went into the log.</summary>
    public ConcurrentQueue<ExchangeRecord> Records { get; } = new();

    internal PolicyHolder Policies { get; private set; } = null!;

    internal IServiceProvider Services => _app!.Services;

    internal HandshakeRefusals Refusals => Services.GetRequiredService<HandshakeRefusals>();

    public async ValueTask InitializeAsync()
    {
        var ports = LocalPorts.Take(3);
        (PartnerPort, OfficerPort, OperationsPort) = (ports[0], ports[1], ports[2]);
        var world = TestWorld.Current;
        var loaded = PolicyLoader.Load(
            PolicyFolder.Read(TestWorld.PolicyRoot, world.OverlayPath),
            new PolicyLoadOptions { Covenant = "modelconvenant-2009", Anchors = [TestWorld.Anchor], Now = Time.GetUtcNow(), AllowReenactment = true });
        var snapshot = loaded.Snapshot ?? throw new InvalidOperationException(string.Join('\n', loaded.Errors));
        Policies = new PolicyHolder(new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements)));
        _store = GatewayStore.Open(new StoreOptions { Database = _directory, LogOrigin = "test/log", Regions = ["noord"] }, Time);
        _app = Build(new TlsOptions
        {
            ServerCertificate = world.ServerCertificatePath,
            ServerKey = world.ServerKeyPath,
            Anchors = world.AnchorPath,
            RevocationList = world.RevocationListPath,
        });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>An HTTP client of a partner.</summary>
    public HttpClient Client(string name)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(TestWorld.Anchor);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = policy;
        handler.SslOptions.ClientCertificates = [TestWorld.Identity(name)];
        return new HttpClient(handler) { BaseAddress = new Uri(PublicBase) };
    }

    /// <summary>One connection to the partner listener.</summary>
    public Task<int?> ConnectAsync(string? name, string path = "/probe", string? host = null) =>
        RawTls.GetAsync(PartnerPort, name is null ? null : TestWorld.Identity(name), TestWorld.Anchor, path, host);

    /// <summary>Waits until something is so; the server does some things after its answer.</summary>
    public static async Task<bool> SoonAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo() && !patience.IsCancellationRequested)
        {
            await Task.Delay(10);
        }

        return isSo();
    }

    private WebApplication Build(TlsOptions tls)
    {
        var options = new GatewayOptions { PartnerPort = PartnerPort, OfficerPort = OfficerPort, OperationsPort = OperationsPort };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.AddListeners(options, tls);
        builder.AddTokens(options);
        builder.Services.AddSingleton(options)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IActivePolicy>(Policies)
            .AddSingleton(new GatewayAddresses(PublicBase))
            .AddSingleton(new TokenGrantOptions { PublicBase = PublicBase })
            .AddSingleton<IAuditLog>(new ListeningLog(_store!.Log, Records))
            .AddSingleton(_store.Transactions)
            .AddSingleton(_store.Resources)
            .AddSingleton<IPersonHandles>(new PersonHandles(new byte[32]))
            .AddSingleton<OutcomeStatements>()
            .AddSingleton<ITokenGrants, TokenGrants>()
            .AddSingleton<ExchangePipeline>()
            .AddSingleton<CallReader>()
            .AddSingleton<FrontDoor>()
            .AddSingleton<AnswerDeadline>();
        var app = builder.Build();
        app.UseMiddleware<HostNames>();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseTokens();
        app.UseRouting();
        app.MapTokens();
        app.MapPartners().MapGet("/probe", static (HttpContext context, CallReader calls, FrontDoor door) =>
            door.ExchangeAsync(context, calls.Begin(context).Call, new ComposedAnswer("partners")));
        app.MapPartners().MapGet("/{partner}/fhir/probe", static async (HttpContext context, string partner, CallReader calls, FrontDoor door) =>
        {
            var (call, refusal) = await calls.ReadAsync(context, partner, needsToken: true);
            await (refusal is null ? door.ExchangeAsync(context, call, new ComposedAnswer("granted")) : door.RefuseAsync(context, call, refusal));
        });
        app.MapOfficers().MapGet("/officers", static context => context.Response.WriteAsync("officers"));
        app.MapOperationsListener().MapGet("/operations", static context => context.Response.WriteAsync("operations"));
        app.MapGet("/nowhere", static context => context.Response.WriteAsync("names no listener"));
        return app;
    }
}
