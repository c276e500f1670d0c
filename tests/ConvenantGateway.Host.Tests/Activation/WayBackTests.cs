using ConvenantGateway.Audit;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>Going back, keys that were lost, checks that fail, and many activations at once.</summary>
public sealed class WayBackTests : IAsyncLifetime
{
    private const string Police = "politie-noord";
    private readonly SigningNode _node = new();
    private readonly ScriptedCheck _check = new();

    public async ValueTask InitializeAsync()
    {
        _node.Checks = [_check];
        Assert.Empty(await _node.StartAsync());
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task Activate_OneCaseFails_IsRefused()
    {
        var before = _node.InForce;
        _node.Narrow();
        _check.Answer = ["cases/x.cases.yaml:1:1: CG-POLICY-902 the case `x` comes out otherwise"];

        Assert.Equal(_check.Answer, await _node.Activator.ActivateAsync());

        Assert.Same(before, _node.InForce);
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Activate_SameRulesAgain_DoesNotCheckAgain()
    {
        Assert.Equal(1, _check.Runs);
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.Empty(await _node.StartAsync());

        Assert.Equal(1, _check.Runs);
    }

    [Fact]
    public async Task Start_OneCaseFails_DoesNotStartOnIt()
    {
        await using var node = new SigningNode { Checks = [new ScriptedCheck { Answer = ["no"] }] };

        Assert.Equal(["no"], await node.StartAsync());
    }

    [Fact]
    public async Task Activate_OlderRulesInTheFolder_NeedAReason()
    {
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        _node.Narrow(20, 30);

        Assert.StartsWith("CG-POLICY-903", Assert.Single(await _node.Activator.ActivateAsync()), StringComparison.Ordinal);
        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);

        Assert.Empty(await _node.Activator.ActivateAsync(Ask("", "the change hindered the police")));
        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        var last = (await HistoryAsync())[^1];
        Assert.Equal((ActivationKind.Back, "the change hindered the police", "tester"), (last.Kind, last.Reason, last.By));
    }

    [Fact]
    public async Task BackTo_WithoutReason_IsRefused()
    {
        var first = (await HistoryAsync())[0].Digests.Set;
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());

        Assert.StartsWith("CG-POLICY-903", Assert.Single(await _node.Activator.ActivateAsync(Ask(first, ""))), StringComparison.Ordinal);
        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
    }

    [Fact]
    public async Task BackTo_WithReason_RestoresTheRulesAndIsRecorded()
    {
        var signers = _node.Signers.ToList();
        var first = (await HistoryAsync())[0].Digests.Set;
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());

        var request = Ask(first[..12], "the change hindered the police");
        Assert.Empty(await _node.Activator.ActivateAsync(request));

        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(signers, _node.Signers);
        Assert.Equal("activated", _node.World.Desk.Answer(request.Id)!.Outcome);
        var newest = (await _node.World.Store.Reading.ListAsync("beheer-noord", new RecordQuery { Types = [RecordType.Activation] }, default))[0];
        Assert.Equal("activated", newest.Record.Outcome);
        Assert.Equal("the change hindered the police", newest.Values.Single(static v => v.Field == "reason").Value);
    }

    [Fact]
    public async Task BackTo_AfterARestart_StillInForceThoughTheFolderIsNewer()
    {
        var first = (await HistoryAsync())[0].Digests.Set;
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.Empty(await _node.Activator.ActivateAsync(Ask(first, "why")));

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.NotNull(_node.World.Policies.Concern);
    }

    [Fact]
    public async Task BackTo_UnsignedSetThatIsWider_IsRefused()
    {
        var signed = _node.Signers.ToList();
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        var unsigned = (await HistoryAsync())[^1].Digests.Set;
        _node.Narrow(20, 10);
        _node.SignAll();
        Assert.Empty(await _node.Activator.ActivateAsync());

        var errors = await _node.Activator.ActivateAsync(Ask(unsigned, "why"));

        Assert.Contains(errors, static e => e.StartsWith("CG-POLICY-901", StringComparison.Ordinal) && e.Contains("for example", StringComparison.Ordinal));
        Assert.Equal(10, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(signed, _node.Signers);
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("abc")]
    public async Task BackTo_UnknownDigest_IsRefused(string digest) =>
        Assert.StartsWith("CG-POLICY-906", Assert.Single(await _node.Activator.ActivateAsync(Ask(digest, "why"))), StringComparison.Ordinal);

    [Fact]
    public async Task BackTo_SetFromBeforeAKeyWasLost_DoesNotBringTheKeyBack()
    {
        var first = (await HistoryAsync())[0].Digests.Set;
        var lost = Assert.Single(_node.InForce.Partners[PartnerId.Parse(Police)].KeyPins);
        _node.Change($"pins/{Police}.yaml", lost, new string('a', 64));
        _node.SignOperator();
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.DoesNotContain(Police, _node.Signers);
        Assert.Contains(Police, _node.World.Policies.Concern, StringComparison.Ordinal);
        _node.Narrow();
        _node.SignAll();
        Assert.Empty(await _node.Activator.ActivateAsync());

        Assert.Empty(await _node.Activator.ActivateAsync(Ask(first, "why")));

        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.DoesNotContain(lost, _node.InForce.Partners[PartnerId.Parse(Police)].KeyPins);
        Assert.DoesNotContain(Police, _node.Signers);
    }

    [Fact]
    public async Task Activate_OldPinsAndOldOperatorSignature_NeedAReason()
    {
        var pins = _node.InForce.Partners[PartnerId.Parse(Police)].KeyPins[0];
        _node.Change($"pins/{Police}.yaml", pins, new string('a', 64));
        _node.SignOperator();
        Assert.Empty(await _node.Activator.ActivateAsync());
        _node.Change($"pins/{Police}.yaml", new string('a', 64), pins);
        _node.SignOperator();

        Assert.StartsWith("CG-POLICY-903", Assert.Single(await _node.Activator.ActivateAsync()), StringComparison.Ordinal);
        Assert.Empty(await _node.Activator.ActivateAsync(Ask("", "the key was found to be safe")));
        Assert.Contains(Police, _node.Signers);
    }

    [Fact]
    public async Task Activate_OperatorSignatureOfAnotherOfficer_IsRefused()
    {
        _node.Change("officers/fg-ashg-noord.yaml", "role: fg", "role: beheer");
        _node.SignOperator("fg-ashg-noord");

        Assert.Contains(await _node.Activator.ActivateAsync(), static e => e.Contains(PolicyErrorCodes.OperatorSignature, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activate_DiskFull_KeepsTheLastGoodAndWorksAgainWithRoom()
    {
        var store = _node.World.Store.Store;
        _node.Narrow();
        File.AppendAllText(Path.Combine(_node.Policies, SigningNode.Terms), "# " + new string('x', 500_000) + "\n");
        store.LimitPages(store.Pages());

        Assert.StartsWith("CG-POLICY-905", Assert.Single(await _node.Activator.ActivateAsync()), StringComparison.Ordinal);
        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);

        store.LimitPages(1_000_000);
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(2, (await HistoryAsync()).Length);
    }

    [Fact]
    public async Task Activate_ManyAtOnce_OneAfterTheOther()
    {
        _node.Narrow();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _node.Activator.ActivateAsync())));

        Assert.All(outcomes, Assert.Empty);
        Assert.Equal(1, _check.MostAtOnce);
        Assert.Equal(2, (await HistoryAsync()).Length);
    }

    [Fact]
    public async Task Signal_Storm_EndsInOneMoreActivation()
    {
        using var signal = ActivatorUtilities.CreateInstance<ActivationSignal>(_node.Services);
        _node.Narrow();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                signal.Signalled();
            }
        })));
        while (signal.IsBusy)
        {
            await Task.Yield();
        }

        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(2, (await HistoryAsync()).Length);
        var records = await _node.World.Store.Reading.ListAsync("beheer-noord", new RecordQuery { Types = [RecordType.Activation], Limit = 500 }, default);
        Assert.True(records.Count < 50, $"{records.Count} activations of 4000 signals");
    }

    [Fact]
    public async Task Signal_WithRequests_AnswersEachOnce()
    {
        using var signal = ActivatorUtilities.CreateInstance<ActivationSignal>(_node.Services);
        var first = (await HistoryAsync())[0].Digests.Set;
        _node.Narrow();
        var (forward, back) = (Ask("", ""), Ask(first, "why"));
        _node.World.Desk.Ask(forward);
        _node.World.Desk.Ask(back);
        var stale = Ask(first, "long ago") with { At = TimeProvider.System.GetUtcNow().AddHours(-1) };
        _node.World.Desk.Ask(stale);

        signal.Signalled();
        while (signal.IsBusy)
        {
            await Task.Yield();
        }

        Assert.Equal("activated", _node.World.Desk.Answer(forward.Id)!.Outcome);
        Assert.Equal("activated", _node.World.Desk.Answer(back.Id)!.Outcome);
        Assert.Null(_node.World.Desk.Answer(back.Id));
        Assert.Null(_node.World.Desk.Answer(stale.Id));
        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
    }

    [Fact]
    public async Task Open_ProductionWithoutOperatorSubject_DoesNotStart()
    {
        var (world, errors) = await GatewayWorld.OpenAsync(
            new GatewayOptions { Covenant = SigningNode.Covenant, Tls = new TlsOptions { ServerCertificate = "x", ServerKey = "x", Anchors = "x", RevocationList = "x" } }, "Production", TimeProvider.System);

        Assert.Null(world);
        Assert.Contains("OperatorSubject", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static ActivationRequest Ask(string backTo, string reason) => new(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "tester", reason, backTo);

    private async Task<System.Collections.Immutable.ImmutableArray<PolicySetActivation>> HistoryAsync() => await _node.World.Store.PolicySets.ListAsync(SigningNode.Covenant, default);
}
