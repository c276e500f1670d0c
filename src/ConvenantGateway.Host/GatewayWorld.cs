using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host;

/// <summary>What a node stands on before it listens: checked options, opened store, loaded policy, TLS files. Dispose after the listeners have stopped.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    private GatewayWorld(GatewayOptions options, TlsOptions tls, GatewayStore store, string environment, TimeProvider time)
    {
        Options = options;
        Tls = tls;
        Store = store;
        Environment = environment;
        Time = time;
    }

    /// <summary>The options.</summary>
    public GatewayOptions Options { get; }

    /// <summary>The TLS files.</summary>
    public TlsOptions Tls { get; }

    /// <summary>What they hold.</summary>
    public required TlsMaterialHolder TlsMaterial { get; init; }

    /// <summary>The store.</summary>
    public GatewayStore Store { get; }

    /// <summary>Where the policy comes from.</summary>
    public required PolicySource PolicySource { get; init; }

    /// <summary>The policy in force.</summary>
    public required PolicyHolder Policies { get; init; }

    /// <summary>What must hold before a set is put in force.</summary>
    public required SetChecks Checks { get; init; }

    /// <summary>Where operators ask for activations.</summary>
    public required ActivationDesk Desk { get; init; }

    /// <summary>Where operators leave orders about the log.</summary>
    public required DeskFolder Orders { get; init; }

    /// <summary>What the node started on.</summary>
    public required ActivationReport Started { get; init; }

    /// <summary>The environment's name.</summary>
    public string Environment { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The public base of the partner listener.</summary>
    public string PublicBase => $"https://{Options.PublicHost}:{Options.PartnerPort}";

    /// <summary>Opens everything.</summary>
    /// <returns>The world, or every reason why it cannot start.</returns>
    /// <param name="options">The options.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="time">The clock.</param>
    /// <param name="checks">What must hold before a set is put in force; null: all that a serving node checks.</param>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    public static async ValueTask<(GatewayWorld? World, IReadOnlyList<string> Errors)> OpenAsync(
        GatewayOptions options, string environment, TimeProvider time, IReadOnlyList<IPolicyCheck>? checks = null)
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

        if (!isDevelopment && string.IsNullOrEmpty(options.OperatorSubject))
        {
            return (null, ["`Gateway:OperatorSubject`, the certificate subject of who signs partners, officers and pins, is mandatory outside Development"]);
        }

        var checkedOptions = options with { Covenant = options.Covenant.Length == 0 ? "modelconvenant-2009" : options.Covenant };
        GatewayStore? store = null;
        try
        {
#pragma warning disable CA2000 // The finally below closes it on every path but the one that hands it to the world; the analysis does not follow the awaits.
            store = GatewayStore.Open(
                new StoreOptions { Database = options.Database, State = options.State, LogOrigin = $"convenantgateway.nl/log/{options.Region}", Regions = [options.Region] }, time);
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
            var material = new TlsMaterialHolder(tls);
            var operatorSubject = options.OperatorSubject ?? DevelopmentNames.Officers.Single(static o => o.Id == DevelopmentNames.Operator).Subject;
            var source = new PolicySource(options.Policies, development?.OverlayPath ?? options.Overlay, checkedOptions.Covenant, material, operatorSubject, isDevelopment, time);
            var setChecks = checks is null ? SetChecks.Serving : new SetChecks(checks);
            var recorder = new SetRecorder(store.Log, store.PolicySets, setChecks, time);
            var (policies, started, errors) = await new PolicyStart(source, store.PolicySets, setChecks, recorder, isDevelopment, time).BeginAsync();
            if (policies is null || started is null)
            {
                return (null, errors);
            }

            var desk = new ActivationDesk(store.StateDirectory);
            desk.Open(System.Environment.ProcessId);
            desk.Report(started);
            var orders = NodeOrders.DeskOf(store.StateDirectory);
            orders.Open();
            var world = new GatewayWorld(checkedOptions, tls, store, environment, time)
            {
                TlsMaterial = material, PolicySource = source, Policies = policies, Checks = setChecks, Desk = desk, Orders = orders, Started = started,
            };
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
    public async ValueTask DisposeAsync()
    {
        Desk.Close();
        await Store.DisposeAsync();
    }
}
