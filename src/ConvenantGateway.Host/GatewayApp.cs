using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Access;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Evidence;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.OfficerConsole;
using ConvenantGateway.Host.OpenApi;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Host.Wegwijzer;
using ConvenantGateway.Intake;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host;

/// <summary>The composition root: puts the parts of a node together in the order Connect, Exchange, Decide, Filter, Audit, Release.</summary>
internal static class GatewayApp
{
    /// <summary>Builds a node that is ready to start.</summary>
    /// <param name="world">What the node stands on: store, policy, TLS files.</param>
    /// <param name="args">The command line, for configuration.</param>
    public static WebApplication Build(GatewayWorld world, string[] args)
    {
        // The web framework always runs as in production: its development environment shows exceptions to callers. What Development means here is decided in GatewayWorld.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Environments.Production });
        Quiet(builder.Logging);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(world.TlsMaterial);
        builder.AddListeners(world.Options, world.Tls);
        builder.AddTokens(world.Options);
        builder.Services
            .AddSingleton(world.Options)
            .AddSingleton(new GatewayAddresses(world.PublicBase))
            .AddSingleton(new TokenGrantOptions { PublicBase = world.PublicBase })
            .AddSingleton(world.Time)
            .AddSingleton(world.Policies)
            .AddSingleton<IActivePolicy>(world.Policies)
            .AddSingleton(world.PolicySource)
            .AddSingleton(world.Checks)
            .AddSingleton(world.Desk)
            .AddSingleton(world.Started)
            .AddSingleton(world.Orders)
            .AddSingleton(world.Store.Orders)
            .AddSingleton<NodeOrders>()
            .AddSingleton<SetRecorder>()
            .AddSingleton<PolicyActivator>()
            .AddStore(world.Store)
            .AddSingleton<IPersonHandles>(new PersonHandles(world.Store.RegionKeys.HandleKey(world.Options.Region)))
            .AddSingleton(new AuditEventIds(world.Store.RegionKeys.HandleKey(world.Options.Region)))
            .AddSingleton<IIntake, FhirIntake>()
            .AddSingleton<CosignatureReading>()
            .AddSingleton<OutcomeStatements>()
            .AddSingleton<ITokenGrants, TokenGrants>()
            .AddSingleton<ExchangePipeline>()
            .AddSingleton<IOwnRegister, OwnRegister>()
            .AddFhirEndpoints()
            .AddOpenApiPage()
            .AddGatewayTelemetry()
            .AddConsole()
            .AddSingleton(NodeConcerns.AtStart(world.Store.UndestroyedKeys))
            .AddSingleton<SelfCheck>()
            .AddHostedService<NodeRecords>()
            .AddHostedService(static services => services.GetRequiredService<SelfCheck>())
            .AddHostedService<ClockWatch>()
            .AddSingleton(new RecordSpool(world.Store.StateDirectory))
            .AddSingleton<SpooledRecords>()
            .AddHostedService(static services => services.GetRequiredService<SpooledRecords>())
            .AddHostedService<ActivationSignal>();

        var app = builder.Build();

        // The token endpoint runs OpenIddict inside its own recorded answer; as middleware, added by the framework unasked, it would answer unrecorded.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseMiddleware<HostNames>();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseOpenApiPage();
        app.UseTokens();
        app.MapConsole();
        app.UseRouting();
        app.MapTokens();
        var partners = app.MapPartners();
        partners.MapFhirEndpoints();
        partners.MapEvidenceEndpoints();
        partners.MapWegwijzerEndpoints();
        partners.MapAccessEndpoints();
        partners.MapOtherAddresses();
        var operations = app.MapOperationsListener();
        operations.MapOperations();
        operations.MapMetrics();
        return app;
    }

    /// <summary>Application logs hold no bodies, no addresses with queries and no tokens: the frameworks' own lines start at Warning.</summary>
    private static void Quiet(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(static options => options.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("ConvenantGateway", LogLevel.Information);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("OpenIddict", LogLevel.Error);
    }

    private static IServiceCollection AddStore(this IServiceCollection services, GatewayStore store) => services
        .AddSingleton(store.Log)
        .AddSingleton(store.Trust)
        .AddSingleton(store.Reading)
        .AddSingleton(store.Check)
        .AddSingleton(store.Relays)
        .AddSingleton<RelayRecovery>()
        .AddSingleton(store.Resources)
        .AddSingleton(store.Dossiers)
        .AddSingleton(store.Transactions)
        .AddSingleton(store.Holds)
        .AddSingleton(store.PersonReports)
        .AddSingleton(store.LegalHolds)
        .AddSingleton(store.Inquiries)
        .AddSingleton(store.Whereabouts)
        .AddSingleton(store.PolicySets)
        .AddSingleton(store.Receipts)
        .AddSingleton(store.Witnesses)
        .AddSingleton(store.RegionKeys);
}
