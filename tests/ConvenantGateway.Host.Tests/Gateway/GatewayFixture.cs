using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Development.Operations;
using Microsoft.AspNetCore.Builder;

namespace ConvenantGateway.Host.Tests.Gateway;

/// <summary>A whole node on loopback: real Kestrel, real certificates, real store, the repository's policies. One per test class or shared by a collection.</summary>
public class GatewayFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("convenant-test-").FullName;
    private GatewayWorld? _world;
    private WebApplication? _app;

    /// <summary>The covenant in force.</summary>
    protected virtual string Covenant => "modelconvenant-2009";

    /// <summary>The policy folder.</summary>
    protected virtual string Policies => PolicyRoot;

    /// <summary>Where overlay and certificates are.</summary>
    protected virtual string CertificateFolder => Certificates;

    public Uri Partners { get; private set; } = null!;

    public Uri Officers { get; private set; } = null!;

    public Uri Operations { get; private set; } = null!;

    internal GatewayWorld World => _world ?? throw new InvalidOperationException("not started");

    internal WebApplication App => _app ?? throw new InvalidOperationException("not started");

    public static string PolicyRoot => Path.Combine(RepositoryRoot, "policies");

    /// <summary>Each node has its own: the overlay holds hashes under the key of one database, and nodes of other tests start at the same time.</summary>
    public string Certificates => Path.Combine(_directory, "certs");

    public static string RepositoryRoot
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "ConvenantGateway.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("no repository above the tests");
            }

            return directory.FullName;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var ports = LocalPorts.Take(3);
        Partners = new Uri($"https://localhost:{ports[0]}");
        Officers = new Uri($"https://localhost:{ports[1]}");
        Operations = new Uri($"http://127.0.0.1:{ports[2]}");
        await OpenAsync(ports);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The folder of the databases, or what a fixture puts in their place.</summary>
    public virtual string Database => State;

    /// <summary>The folder of what the node keeps beside databases that are on a server.</summary>
    public string State => Path.Combine(_directory, "data");

    /// <summary>Stops; the databases stay.</summary>
    public Task StopAsync() => CloseAsync();

    /// <summary>Stops, if it runs, and starts again on the same databases and ports.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync([Partners.Port, Officers.Port, Operations.Port]);
    }

    /// <summary>A client with a development certificate, trusting our own CA only; with no name: no certificate.</summary>
    public HttpClient Client(string? name)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        var anchor = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(CertificateFolder, "ca.crt"));
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(anchor);
        if (name is not null)
        {
            handler.SslOptions.ClientCertificates = [X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(CertificateFolder, $"{name}.p12"), DevelopmentWorld.Password)];
        }

        return new HttpClient(handler) { BaseAddress = Partners };
    }

    private async Task OpenAsync(int[] ports)
    {
        var options = new GatewayOptions
        {
            Policies = Policies,
            Covenant = Covenant,
            Database = Database,
            State = State,
            Certificates = CertificateFolder,
            PartnerPort = ports[0],
            OfficerPort = ports[1],
            OperationsPort = ports[2],
        };
        var (world, errors) = await GatewayWorld.OpenAsync(options, "Development", TimeProvider.System);
        _world = world ?? throw new InvalidOperationException(string.Join('\n', errors));
        _app = GatewayApp.Build(_world, []);
        await _app.StartAsync();
    }

    private async Task CloseAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }

        if (_world is not null)
        {
            await _world.DisposeAsync();
            _world = null;
        }
    }
}
