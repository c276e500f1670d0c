using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Certificates;

namespace ConvenantGateway.Cli.Tests;

/// <summary><c>policy sets</c>, <c>replay</c> and <c>activate</c>, against a store that holds two sets and a node that this process plays.</summary>
public sealed class StoredSetCommandTests : IAsyncLifetime
{
    private const string Covenant = "convenant-2025";
    private static readonly string[] Ask =
        ["--from", "ziekenhuis-noord", "--to", "huisarts-noord", "--purpose", "TREAT", "--ground", "G-DIRECT", "--evidence", "treatment-relation", "--date", "2026-01-01"];

    private readonly string _data = Directory.CreateTempSubdirectory("stored-").FullName;
    private PolicySetActivation _first = null!;
    private PolicySetActivation _second = null!;

    public async ValueTask InitializeAsync()
    {
        var files = PolicyFolder.Read(TestWorld.PolicyRoot, null);
        await using var store = GatewayStore.Open(new StoreOptions { Database = _data, LogOrigin = "test/log", Regions = ["noord"] }, TimeProvider.System);
        _first = await StoreAsync(store, files, TimeProvider.System.GetUtcNow().AddHours(-2), ["ziekenhuis-noord", "huisarts-noord"]);
        _second = await StoreAsync(store, files, TimeProvider.System.GetUtcNow().AddHours(-1), ["ziekenhuis-noord"]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Sets_TwoActivations_ListsBoth()
    {
        var (code, output) = SignedFolder.Cli("sets", "--database", _data);

        Assert.Equal(0, code);
        Assert.Equal(2, output.Split('\n').Count(l => l.Contains(_first.Digests.Set, StringComparison.Ordinal)));
        Assert.Contains("2 signers", output, StringComparison.Ordinal);
        Assert.Contains(": because", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_OutFolder_WritesTheFiles()
    {
        var folder = Path.Combine(_data, "out");

        Assert.Equal(0, SignedFolder.Cli("sets", "--database", _data, "--set", _first.Digests.Set, "--out", folder).Code);

        Assert.Equal(File.ReadAllText(Path.Combine(TestWorld.PolicyRoot, "grounds.yaml")), File.ReadAllText(Path.Combine(folder, "grounds.yaml")));
    }

    [Fact]
    public void Sets_UnknownDigest_SaysNo() => Assert.Equal(2, SignedFolder.Cli("sets", "--database", _data, "--set", new string('0', 64)).Code);

    [Fact]
    public void Sets_NoDatabase_CouldNotRun() => Assert.Equal(1, SignedFolder.Cli("sets", "--database", "/does/not/exist").Code);

    [Fact]
    public void Replay_AtTheTimeOfTheRecord_DecidesWithTheSignersOfThen()
    {
        string[] replay = ["replay", "--database", _data, "--set", _first.Digests.Manifest, .. Ask];

        Assert.Equal(0, SignedFolder.Cli([.. replay, "--at", _first.At.AddMinutes(1).ToString("O")]).Code);
        Assert.Equal(2, SignedFolder.Cli([.. replay, "--at", _second.At.AddMinutes(1).ToString("O")]).Code);
    }

    [Fact]
    public void Replay_SameWordsAsExplain_ForTheSameSet()
    {
        var (_, explained) = SignedFolder.Cli(["explain", "--policies", TestWorld.PolicyRoot, "--covenant", Covenant, .. Ask]);
        var (code, replayed) = SignedFolder.Cli(["replay", "--database", _data, "--set", _first.Digests.Set, "--at", _first.At.ToString("O"), .. Ask]);

        Assert.Equal(0, code);
        Assert.Equal(explained, replayed);
    }

    [Fact]
    public void Replay_TwoSetsWithTheseRules_AsksForTheTime()
    {
        var (code, output) = SignedFolder.Cli(["replay", "--database", _data, "--set", _first.Digests.Manifest, .. Ask]);

        Assert.Equal(2, code);
        Assert.Contains("--at", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_BadInstant_IsInvalidInput() => Assert.Equal(3, SignedFolder.Cli(["replay", "--database", _data, "--set", _first.Digests.Set, "--at", "noon", .. Ask]).Code);

    [Fact]
    public void Activate_NoNode_CouldNotRun()
    {
        var (code, output) = SignedFolder.Cli("activate", "--database", _data);

        Assert.Equal(1, code);
        Assert.Contains("no node runs", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Activate_BackWithoutReason_IsInvalidInput() => Assert.Equal(3, SignedFolder.Cli("activate", "--database", _data, "--back-to", _first.Digests.Set).Code);

    [Theory]
    [InlineData("activated", 0)]
    [InlineData("unchanged", 0)]
    [InlineData("refused", 2)]
    public void Activate_NodeThatAnswers_SaysWhatCameOfIt(string outcome, int expected)
    {
        var desk = new ActivationDesk(_data);
        using var locked = new FileStream(Path.Combine(_data, "convenant.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        desk.Open(Environment.ProcessId);
        ActivationRequest? asked = null;
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            foreach (var request in desk.Take(TimeProvider.System.GetUtcNow()))
            {
                asked = request;
                desk.Report(new ActivationReport
                {
                    Request = request.Id, At = TimeProvider.System.GetUtcNow(), Outcome = outcome, Covenant = Covenant, Set = "set", Manifest = "manifest", Errors = outcome == "refused" ? ["CG-POLICY-901 x"] : [],
                });
            }
        });

        var (code, output) = SignedFolder.Cli("activate", "--database", _data, "--back-to", _first.Digests.Set, "--reason", "it hindered the police");

        Assert.Equal(expected, code);
        Assert.StartsWith(outcome == "refused" ? "CG-POLICY-901 x" : outcome, output, StringComparison.Ordinal);
        Assert.Equal((_first.Digests.Set, "it hindered the police", Environment.UserName), (asked!.BackTo, asked.Reason, asked.By));
    }

    [Fact]
    public void Activate_NodeThatDoesNotAnswer_CouldNotRunAndWithdraws()
    {
        var desk = new ActivationDesk(_data);
        using var locked = new FileStream(Path.Combine(_data, "convenant.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        desk.Open(Environment.ProcessId);
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, static context => context.Cancel = true);

        Assert.Equal(1, SignedFolder.Cli("activate", "--database", _data, "--timeout", "1").Code);

        Assert.Empty(desk.Take(TimeProvider.System.GetUtcNow()));
    }

    private static async Task<PolicySetActivation> StoreAsync(GatewayStore store, PolicyFiles files, DateTimeOffset at, ImmutableArray<string> signers)
    {
        var activation = new PolicySetActivation
        {
            Transaction = Guid.CreateVersion7(),
            At = at,
            Covenant = Covenant,
            Digests = PolicyDigests.Of(files, Covenant),
            Kind = ActivationKind.Activated,
            By = "beheer",
            Reason = "because",
            Signers = [.. signers.Select(PartnerId.Parse)],
        };
        var record = new ExchangeRecord
        {
            Type = RecordType.Activation, Transaction = activation.Transaction, Time = at, Caller = "gateway", Outcome = "activated", Covenant = Covenant,
            PolicyDigest = activation.Digests.Manifest, BodyDigest = activation.Digests.Set,
        };
        await store.Log.AppendAsync(record, new StoreWrites { PolicySet = new PolicySetWrite(files, activation) }, CancellationToken.None);
        return activation;
    }
}
