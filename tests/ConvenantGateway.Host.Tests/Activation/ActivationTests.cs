using ConvenantGateway.Audit;
using ConvenantGateway.Host.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>Activated, not watched; a bad set never replaces a good one, and what is not signed never widens.</summary>
public sealed class ActivationTests : IAsyncLifetime
{
    private readonly EditablePolicies _node = new();

    public ValueTask InitializeAsync() => _node.InitializeAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private PolicyActivator Activator => _node.App.Services.GetRequiredService<PolicyActivator>();

    [Fact]
    public async Task Activate_ThreeTypos_ReportsAllWithPlaceAndKeepsTheLastGood()
    {
        var before = _node.World.Policies.Current;
        _node.Change("statute/police.rules.yaml", "id: R-01\n", "id: R-01\n    titel: x\n");
        _node.Change("elements/Patient.yaml", "path: birthDate", "path: birthDaet");
        _node.Change("grounds.yaml", "G-CONSENT", "G-CONSNET");

        var errors = await Activator.ActivateAsync();

        Assert.Contains(errors, static e => e.StartsWith("statute/police.rules.yaml:", StringComparison.Ordinal));
        Assert.Contains(errors, static e => e.Contains("G-CONS", StringComparison.Ordinal));
        Assert.All(errors, static e => Assert.Matches(@"^\S+:\d+:\d+: CG-", e));
        Assert.Same(before, _node.World.Policies.Current);
        using var operations = new HttpClient { BaseAddress = _node.Operations };
        Assert.Contains("amber", await operations.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activate_TypoInAnElementPath_ReportsItsPlace()
    {
        _node.Change("elements/Patient.yaml", "path: birthDate", "path: birthDaet");
        var errors = await Activator.ActivateAsync();
        Assert.Contains(errors, static e => e.StartsWith("elements/Patient.yaml:", StringComparison.Ordinal) && !e.StartsWith("elements/Patient.yaml:0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activate_UnsignedWidening_IsRefusedWithAnExample()
    {
        var before = _node.World.Policies.Current;
        _node.Change("covenant/modelconvenant-2009/covenant.yaml", "status-persons-per-hour: 30", "status-persons-per-hour: 40");

        var errors = await Activator.ActivateAsync();

        Assert.Contains(errors, static e => e.Contains("newly allowed", StringComparison.Ordinal) && e.Contains("for example", StringComparison.Ordinal));
        Assert.Same(before, _node.World.Policies.Current);
        var records = await _node.World.Store.Reading.ListAsync("beheer-noord", new RecordQuery { Types = [RecordType.Activation] }, default);
        Assert.Equal("refused", records[0].Record.Outcome);
    }

    [Fact]
    public async Task Activate_UnsignedNarrowing_IsPutInForce()
    {
        var before = _node.World.Policies.Current;
        _node.Change("covenant/modelconvenant-2009/covenant.yaml", "status-persons-per-hour: 30", "status-persons-per-hour: 20");
        Assert.Empty(await Activator.ActivateAsync());
        Assert.NotEqual(before.Snapshot.ManifestDigest, _node.World.Policies.Current.Snapshot.ManifestDigest);
        Assert.True(_node.World.Policies.Current.Snapshot.Partners.Values.Single(static p => p.Id.Value == "ashg-noord").HasSigned);
    }
}
