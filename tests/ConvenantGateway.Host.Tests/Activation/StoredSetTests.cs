using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Policy;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>What a node starts on, and what a restart may and may not bring back.</summary>
public sealed class StoredSetTests : IAsyncLifetime
{
    private readonly SigningNode _node = new();

    public async ValueTask InitializeAsync() => Assert.Empty(await _node.StartAsync());

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task Start_First_StoresTheSetWithItsSigners()
    {
        var stored = Assert.Single(await HistoryAsync());

        Assert.Equal(ActivationKind.Start, stored.Kind);
        Assert.Equal(_node.InForce.ManifestDigest, stored.Digests.Manifest);
        Assert.Equal(_node.Signers, stored.Signers.Select(static s => s.Value));
        Assert.NotNull(await _node.World.Store.PolicySets.FindAsync(stored.Digests.Set, default));
        Assert.Equal("started", _node.World.Desk.State()!.Outcome);
        Assert.Null(_node.World.Policies.Concern);
    }

    [Fact]
    public void Start_RevokedOrUnsigned_DoNotCountAsSigners()
    {
        Assert.Contains("politie-noord", _node.Signers);
        Assert.DoesNotContain("bad-unsigned", _node.Signers);
        Assert.DoesNotContain("bad-revoked", _node.Signers);
        Assert.Contains(_node.World.Started.Warnings, static w => w.Contains("bad-revoked.jws", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_Unchanged_StoresNothingAnew()
    {
        Assert.Empty(await _node.StartAsync());

        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Restart_UnsignedNarrowing_KeepsItsSigners()
    {
        var signers = _node.Signers.ToList();
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.Equal(signers, _node.Signers);

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(signers, _node.Signers);
        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Null(_node.World.Policies.Concern);
        var history = await HistoryAsync();
        Assert.Equal(2, history.Length);
        Assert.Equal([history[0].Digests.Set], history[1].Narrows);
    }

    [Fact]
    public async Task Restart_NarrowingOfANarrowing_StillStandsOnWhatWasSigned()
    {
        var signers = _node.Signers.ToList();
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        _node.Narrow(20, 10);
        Assert.Empty(await _node.Activator.ActivateAsync());

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(signers, _node.Signers);
        var history = await HistoryAsync();
        Assert.Equal([history[0].Digests.Set], history[2].Narrows);
    }

    [Fact]
    public async Task Restart_SignedSetBehindANarrowingWasTampered_CarriesNobody()
    {
        _node.Narrow();
        Assert.Empty(await _node.Activator.ActivateAsync());
        var signed = (await HistoryAsync())[0].Digests.Set;
        await _node.StopAsync();
        Sql($"DROP TRIGGER policy_set_file_kept; DELETE FROM policy_set_file WHERE set_digest = '{signed}' AND path = 'categories.yaml'");

        Assert.Empty(await _node.StartAsync());

        Assert.Empty(_node.Signers);
        Assert.Contains("no longer counts", _node.World.Policies.Concern, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_UnsignedNarrowingMadeWhileStopped_IsPutInForce()
    {
        var signers = _node.Signers.ToList();
        _node.Narrow();

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(signers, _node.Signers);
    }

    [Fact]
    public async Task Restart_UnsignedWidening_StandsOnTheLastGoodAndIsAmber()
    {
        var signers = _node.Signers.ToList();
        _node.Narrow(30, 40);

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Equal(signers, _node.Signers);
        Assert.Contains("refused at start", _node.World.Policies.Concern, StringComparison.Ordinal);
        Assert.Contains(_node.World.Started.Errors, static e => e.StartsWith("CG-POLICY-901", StringComparison.Ordinal) && e.Contains("status questions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_SignedWidening_IsPutInForce()
    {
        _node.Narrow(30, 40);
        _node.SignAll();

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(40, _node.InForce.Covenant.StatusPersonsPerHour);
        Assert.Null(_node.World.Policies.Concern);
    }

    [Fact]
    public async Task Restart_BrokenFolder_StandsOnTheLastGoodAndIsAmber()
    {
        var (digest, signers) = (_node.InForce.ManifestDigest, _node.Signers.ToList());
        _node.Change("grounds.yaml", "G-CONSENT", "G-CONSNET");

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(digest, _node.InForce.ManifestDigest);
        Assert.Equal(signers, _node.Signers);
        Assert.NotNull(_node.World.Policies.Concern);
        Assert.Equal("restored", _node.World.Desk.State()!.Outcome);
        Assert.NotEmpty(_node.World.Started.Errors);
    }

    [Fact]
    public async Task Restart_NoFolder_StandsOnTheLastGood()
    {
        var digest = _node.InForce.ManifestDigest;
        await _node.StopAsync();
        Directory.Delete(_node.Policies, recursive: true);

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(digest, _node.InForce.ManifestDigest);
    }

    [Fact]
    public async Task Restart_BrokenFolderAndTamperedStore_DoesNotStart()
    {
        _node.Change("grounds.yaml", "G-CONSENT", "G-CONSNET");
        await _node.StopAsync();
        Sql("DROP TRIGGER policy_file_stays; UPDATE policy_file SET bytes = CAST(replace(CAST(bytes AS TEXT), 'status-persons-per-hour: 30', 'status-persons-per-hour: 99') AS BLOB)");

        var errors = await _node.StartAsync();

        Assert.Contains(errors, static e => e.StartsWith("CG-POLICY-904", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_ForgedList_CountsOnlySignaturesOverTheFolder()
    {
        var signers = _node.Signers.ToList();
        await _node.StopAsync();
        Sql("DROP TRIGGER policy_activation_stays; UPDATE policy_activation SET set_digest = 'ff'");

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(signers, _node.Signers);
        Assert.Contains("does not verify", _node.World.Policies.Concern, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_OtherCovenantsSets_DoNotCount()
    {
        Assert.All(await HistoryAsync(), static a => Assert.Equal(SigningNode.Covenant, a.Covenant));
        Assert.Empty(await _node.World.Store.PolicySets.ListAsync("modelconvenant-2009", default));
    }

    [Fact]
    public async Task Restart_KilledBetweenStoringAndSwapping_StartsOnTheStoredSet()
    {
        _node.Narrow();
        var (candidate, _) = _node.World.PolicySource.Load();
        var judge = new SetJudge(_node.World.PolicySource, _node.World.Store.PolicySets, _node.World.Checks);
        var history = await HistoryAsync();
        var judged = await judge.JudgeAsync(_node.InForce, history, candidate!, "");
        var recorder = new SetRecorder(_node.World.Store.Log, _node.World.Store.PolicySets, _node.World.Checks, TimeProvider.System);
        await recorder.StoreAsync(judged.Set!, judged, history[^1], ActivationKind.Activated, "gateway", "");
        Assert.Equal(30, _node.InForce.Covenant.StatusPersonsPerHour);
        _node.Change("grounds.yaml", "G-CONSENT", "G-CONSNET");

        Assert.Empty(await _node.StartAsync());

        Assert.Equal(20, _node.InForce.Covenant.StatusPersonsPerHour);
    }

    [Fact]
    public async Task Replay_AfterANarrowing_GivesTheOldDecision()
    {
        var request = new PolicyRequest
        {
            From = PartnerId.Parse("ziekenhuis-noord"), To = PartnerId.Parse("huisarts-noord"), Purpose = new Purpose("TREAT"), By = Initiative.Push, Ground = new Ground("G-DIRECT"),
            Evidence = Enum.GetValues<Policy.Evidence>().Aggregate(static (all, one) => all | one), LawDate = new DateOnly(2026, 1, 1),
        };
        var before = Decide(_node.InForce, request);
        var (manifest, at) = (_node.InForce.ManifestDigest, TimeProvider.System.GetUtcNow());
        Assert.Equal(Verdict.Permit, before);
        _node.Change(SigningNode.Terms, "  - huisarts-noord\n", "");
        Assert.Empty(await _node.Activator.ActivateAsync());
        Assert.Equal(Verdict.Deny, Decide(_node.InForce, request));

        using var stored = _node.OpenSets();
        var one = Assert.Single(stored.Find(manifest, null, at));

        Assert.Equal(before, Decide(stored.Load(one).Snapshot!, request));
        Assert.Contains(stored.Activations[^1].Difference, static d => d.StartsWith("newly denied: ", StringComparison.Ordinal) && d.Contains("huisarts-noord", StringComparison.Ordinal));
    }

    private static Verdict Decide(PolicySnapshot snapshot, PolicyRequest request) =>
        snapshot.Decider.Decide(request, [new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Client), CategorySet.All)], new BetrokkeneDecision[1]).Verdict;

    private async Task<System.Collections.Immutable.ImmutableArray<PolicySetActivation>> HistoryAsync() => await _node.World.Store.PolicySets.ListAsync(SigningNode.Covenant, default);

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_node.Data, "convenant.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
