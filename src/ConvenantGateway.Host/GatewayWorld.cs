using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host;

/// <summary>What a node stands on before it listens: checked options, opened store, loaded policy, TLS files. Dispose after the listeners have stopped.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    private GatewayWorld(GatewayOptions options, TlsOptions tls, SqliteGateway store, PolicySource source, PolicyHolder policies, string environment, TimeProvider time)
    {
        Options = options;
        Tls = tls;
        Store = store;
        PolicySource = source;
        Policies = policies;
        Environment = environment;
        Time = time;
    }

    /// <summary>The options.</summary>
    public GatewayOptions Options { get; }

    /// <summary>The TLS files.</summary>
    public TlsOptions Tls { get; }

    /// <summary>The store.</summary>
    public SqliteGateway Store { get; }

    /// <summary>Where the policy comes from.</summary>
    public PolicySource PolicySource { get; }

    /// <summary>The policy in force.</summary>
    public PolicyHolder Policies { get; }

    /// <summary>The environment's name.</summary>
    public string Environment { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The public base of the partner listener.</summary>
    public string PublicBase => $"https://{Options.PublicHost}:{Options.PartnerPort}";

    /// <summary>Opens everything.</summary>
    /// <returns>The world, or every reason why it cannot start.</returns>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    public static async ValueTask<(GatewayWorld? World, IReadOnlyList<string> Errors)> OpenAsync(GatewayOptions options, string environment, TimeProvider time)
    {
        var isDevelopment = environment == Environments.Development;
        if (!isDevelopment && options.Covenant.Length == 0)
        {
            return (null, ["`--covenant` is mandatory outside Development"]);
        }

        if (!isDevelopment && options.Tls is null)
        {
            return (null, ["`Gateway:Tls` (ServerCertificate, ServerKey, Anchors, RevocationList) is mandatory outside Development"]);
        }

        var checkedOptions = options with { Covenant = options.Covenant.Length == 0 ? "modelconvenant-2009" : options.Covenant };
        SqliteGateway? store = null;
        try
        {
#pragma warning disable CA2000 // The finally below closes it on every path but the one that hands it to the world; the analysis does not follow the awaits.
            store = SqliteGateway.Open(
                new SqliteGatewayOptions { DataDirectory = options.Database, LogOrigin = $"convenantgateway.nl/log/{options.Region}", Regions = [options.Region] }, time);
#pragma warning restore CA2000
            var handles = new PersonHandles(store.RegionKeys.HandleKey(options.Region));
            var development = isDevelopment ? DevelopmentWorld.Ensure(options.Certificates, time.GetUtcNow(), options.Policies, handles.AddressHash) : null;
            var tls = options.Tls ?? new TlsOptions
            {
                ServerCertificate = development!.ServerCertificatePath,
                ServerKey = development.ServerKeyPath,
                Anchors = development.AnchorPath,
                RevocationList = development.RevocationListPath,
            };
            var source = new PolicySource(
                options.Policies, development?.OverlayPath ?? options.Overlay, checkedOptions.Covenant, [.. new TlsMaterial(tls).Anchors], isDevelopment, time);
            var (policy, errors) = source.Load();
            if (policy is null)
            {
                return (null, [.. errors.Select(static e => e.ToString())]);
            }

            var world = new GatewayWorld(checkedOptions, tls, store, source, new PolicyHolder(policy), environment, time);
            store = null;
            return (world, []);
        }
        finally
        {
            if (store is not null)
            {
                await store.DisposeAsync();
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
