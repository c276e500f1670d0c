using System.Text;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>
/// A node as in production on a copy of the policies: nobody signs at a start but the test. It has all services and does not listen, so that a restart is quick. Its checks are those of the test.
/// </summary>
public sealed class SigningNode : IAsyncDisposable
{
    public const string Covenant = "convenant-2025";
    public const string Terms = $"covenant/{Covenant}/covenant.yaml";

    /// <summary>The repository's policies, signed once per test process; each node gets a copy of its own.</summary>
    private static readonly DevelopmentWorld Signed = Testing.Certificates.TestWorld.Current;

    private readonly string _directory = Directory.CreateTempSubdirectory("convenant-signing-").FullName;
    private GatewayWorld? _world;
    private WebApplication? _app;

    public SigningNode()
    {
        Copy(Gateway.GatewayFixture.PolicyRoot, Policies);
        Copy(Signed.OverlayPath, Overlay);
    }

    /// <summary>The checks of the next start; null for those of a serving node.</summary>
    public IReadOnlyList<IPolicyCheck>? Checks { get; set; } = [];

    public string Policies => Path.Combine(_directory, "policies");

    public string Overlay => Path.Combine(_directory, "overlay");

    public string Data => Path.Combine(_directory, "data");

    internal GatewayWorld World => _world ?? throw new InvalidOperationException("not started");

    internal PolicyActivator Activator => _app!.Services.GetRequiredService<PolicyActivator>();

    internal IServiceProvider Services => _app!.Services;

    internal PolicySnapshot InForce => World.Policies.Current.Snapshot;

    public IEnumerable<string> Signers => InForce.Partners.Values.Where(static p => p.HasSigned).Select(static p => p.Id.Value).Order(StringComparer.Ordinal);

    /// <summary>Stops, if it runs, and starts on the same data; the errors if it does not.</summary>
    public async Task<IReadOnlyList<string>> StartAsync()
    {
        await StopAsync();
        var options = new GatewayOptions
        {
            Policies = Policies,
            Covenant = Covenant,
            Database = Data,
            Overlay = Overlay,
            OperatorSubject = "CN=beheer-noord, O=Beheer Noord, C=NL",
            Tls = new TlsOptions
            {
                ServerCertificate = Signed.ServerCertificatePath,
                ServerKey = Signed.ServerKeyPath,
                Anchors = Signed.AnchorPath,
                RevocationList = Signed.RevocationListPath,
            },
        };
        var (world, errors) = await GatewayWorld.OpenAsync(options, "Production", TimeProvider.System, Checks);
        _world = world;
        _app = world is null ? null : GatewayApp.Build(world, []);
        return errors;
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            _app = null;
        }

        if (_world is not null)
        {
            await _world.DisposeAsync();
            _world = null;
        }
    }

    /// <summary>Changes a text in the policies or the overlay; fails if it is not there.</summary>
    public void Change(string file, string from, string to)
    {
        var path = Path.Combine(Policies, file);
        path = File.Exists(path) ? path : Path.Combine(Overlay, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Fewer status questions an hour: narrower.</summary>
    public void Narrow(int from = 30, int to = 20) => Change(Terms, $"status-persons-per-hour: {from}", $"status-persons-per-hour: {to}");

    /// <summary>Signs the covenant as it lies there in the name of everybody who does.</summary>
    public void SignAll()
    {
        var folder = Path.Combine(Overlay, "covenant", Covenant, "signatures");
        foreach (var path in Directory.EnumerateFiles(folder, "*.jws").ToList())
        {
            using var certificate = Signed.LoadIdentity(Path.GetFileNameWithoutExtension(path));
            var partner = PartnerId.Parse(Path.GetFileNameWithoutExtension(path));
            File.WriteAllBytes(path, Encoding.ASCII.GetBytes(PolicySigner.SignCovenant(Read(), Covenant, partner, certificate)));
        }
    }

    /// <summary>Signs partners, officers and pins.</summary>
    public void SignOperator(string officer = DevelopmentNames.Operator)
    {
        using var certificate = Signed.LoadIdentity(officer);
        File.WriteAllBytes(Path.Combine(Overlay, "operator.jws"), Encoding.ASCII.GetBytes(PolicySigner.SignOperator(Read(), certificate)));
    }

    internal StoredPolicySets OpenSets() => StoredPolicySets.Open(Data);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private PolicyFiles Read() => PolicyFolder.Read(Policies, Overlay);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
