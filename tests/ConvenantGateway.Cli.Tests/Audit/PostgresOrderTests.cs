using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>The orders of an operator on a node whose databases are on a server, through the options of the commands.</summary>
public sealed class PostgresOrderTests(OrderCluster shared) : IClassFixture<OrderCluster>, IAsyncLifetime
{
    private const string Viewer = "politie-noord";
    private static readonly PersonTraits Anna = new("Jansen", "Anna", "1980-02-03", "female", null);

    private PostgresCluster Cluster => shared.Cluster;
    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-orders-").FullName;
    private string _place = "";

    private string State => Path.Combine(_folder, "state");

    private string Backup => Path.Combine(_folder, "backup");

    private string Person => Path.Combine(_folder, "person.json");

    private string[] Node => ["--database", _place, "--state", State];

    public async ValueTask InitializeAsync()
    {
        _place = Cluster.ConnectionString(Cluster.NewDatabase());
        await File.WriteAllTextAsync(Person, """{"family": "Jansen", "given": "Anna", "birthDate": "1980-02-03", "gender": "female"}""");
        await using var gateway = Open(_place, State);
        var handle = new PersonHandles(gateway.RegionKeys.HandleKey("noord")).HandleOf(Anna)!.Value.ToBytes();
        var record = new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = Guid.CreateVersion7(),
            Time = TimeProvider.System.GetUtcNow(),
            Caller = Viewer,
            Outcome = "released",
            BodyDigest = new string('0', 64),
            Views = [new RecordView(Viewer, [new RecordValue("actor", "900012345")], [handle])],
        };
        await gateway.Log.AppendAsync(record, null, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Erase_PersonOnAServer_IsErasedAndItsTombstoneIsInTheNodesFolder()
    {
        var (code, output) = await EraseAsync();

        Assert.Equal((0, "done: erased under `Wbp-36`: 1 keys, values of 1 records; tombstone: record 1\n"), (code, output));
        Assert.Contains("\"rule\":\"Wbp-36\"", await File.ReadAllTextAsync(Path.Combine(State, "erasures.jsonl"), default), StringComparison.Ordinal);
        Assert.Equal("Wbp-36", (await FirstAsync(_place, State)).Erased?.Rule);
    }

    [Fact]
    public async Task Hold_PersonOnAServer_RefusesTheErasureUntilItIsLifted()
    {
        string[] person = ["--person", Person, "--viewer", Viewer, "--by", "beheer-noord", "--policies", _folder + "/none", .. Node];
        Assert.Equal(0, (await RunAsync(["hold", "--reason", "zaak-17", "--until", "2999-01-01", .. person])).Code);

        var (code, output) = await EraseAsync();

        Assert.Equal(2, code);
        Assert.Contains("`zaak-17` until 2999-01-01", output, StringComparison.Ordinal);
        Assert.Contains("zaak-17", (await RunAsync(["hold", "--list", .. Node])).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["hold", "--reason", "klaar", "--lift", .. person])).Code);
        Assert.Equal(0, (await EraseAsync()).Code);
    }

    [Theory]
    [InlineData("its own folder")]
    [InlineData("another folder")]
    public async Task Erase_AnotherProcessWritesTheLog_CouldNotRun(string folder)
    {
        var own = folder == "its own folder" ? State : Path.Combine(_folder, "other");
        await using var gateway = Open(_place, own);

        var (code, output) = await EraseAsync();

        Assert.Equal(1, code);
        Assert.Contains("takes no orders", output, StringComparison.Ordinal);
        Assert.NotEmpty((await gateway.Reading.FindAsync(Viewer, 0, default))!.Values);
    }

    [Fact]
    public async Task Orders_FolderOfAnotherLogsNode_CouldNotRunAndChangeNothing()
    {
        var other = Path.Combine(_folder, "other-node");
        await using (Open(Cluster.ConnectionString(Cluster.NewDatabase()), other))
        {
        }

        string[] elsewhere = ["--database", _place, "--state", other];

        var erased = await RunAsync(["erase", "--person", Person, "--viewer", Viewer, "--rule", "Wbp-36", "--policies", _folder + "/none", .. elsewhere]);
        var held = await RunAsync(["hold", "--list", .. elsewhere]);
        var backedUp = await RunAsync(["backup", "--out", Backup, .. elsewhere]);
        var exported = await RunAsync(["export", "--viewer", Viewer, "--out", Path.Combine(_folder, "export.zip"), .. elsewhere]);

        Assert.Equal((1, 1, 1, 1), (erased.Code, held.Code, backedUp.Code, exported.Code));
        Assert.Contains("is the folder of another log's node", erased.Output, StringComparison.Ordinal);
        Assert.NotEmpty((await FirstAsync(_place, State)).Values);
        Assert.False(Directory.Exists(Backup));
        Assert.False(File.Exists(Path.Combine(_folder, "export.zip")));
    }

    [Fact]
    public async Task Orders_FolderThatNoNodeHad_CouldNotRunAndChangeNothing()
    {
        string[] elsewhere = ["--database", _place, "--state", Path.Combine(_folder, "typo")];

        var erased = await RunAsync(["erase", "--person", Person, "--viewer", Viewer, "--rule", "Wbp-36", "--policies", _folder + "/none", .. elsewhere]);
        var held = await RunAsync(["hold", "--list", .. elsewhere]);
        var backedUp = await RunAsync(["backup", "--out", Backup, .. elsewhere]);

        Assert.Equal((1, 1, 1), (erased.Code, held.Code, backedUp.Code));
        Assert.Contains("no node has", erased.Output, StringComparison.Ordinal);
        Assert.NotEmpty((await FirstAsync(_place, State)).Values);
        Assert.False(Directory.Exists(Backup));
    }

    [Fact]
    public async Task Orders_ServerThatIsNotThere_CouldNotRunAndTellNoPassword()
    {
        foreach (var command in (string[][])[["erase", "--person", Person, "--viewer", Viewer, "--rule", "x", "--policies", _folder + "/none"], ["hold", "--list"], ["backup", "--out", Backup]])
        {
            var (code, output) = await RunAsync([.. command, "--database", "Host=/nowhere;Database=x;Password=geheim-1", "--state", State]);

            Assert.Equal(1, code);
            Assert.DoesNotContain("geheim-1", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Backup_ThenEraseThenRestore_ErasesAgainInTheNewDatabases()
    {
        var made = await RunAsync(["backup", "--out", Backup, .. Node]);
        await EraseAsync();
        var (target, state) = (Cluster.ConnectionString("restored"), Path.Combine(_folder, "restored"));
        string[] restore = ["restore", "--from", Backup, "--database", target, "--state", state, "--damaged", _place];

        var restored = await RunAsync(restore);

        Assert.Equal((0, 0), (made.Code, restored.Code));
        Assert.Contains("1 records of `convenantgateway.nl/log/noord`", made.Output, StringComparison.Ordinal);
        Assert.Contains("recorded: record 1", made.Output, StringComparison.Ordinal);
        Assert.Contains("tombstones: 1 known, 1 carried out again", restored.Output, StringComparison.Ordinal);
        Assert.Contains("2 records of the damaged log are lost", restored.Output, StringComparison.Ordinal);
        Assert.Equal("Wbp-36", (await FirstAsync(target, state)).Erased?.Rule);
        Assert.Equal(0, (await RunAsync(["verify", "--database", target])).Code);
        Assert.Equal(1, (await RunAsync(["hold", "--list", "--database", _place, "--state", state])).Code);
        Assert.Equal(0, (await RunAsync(["hold", "--list", "--database", target, "--state", state])).Code);
        Assert.Equal(2, (await RunAsync(restore)).Code);
        Assert.Equal(2, (await RunAsync(["restore", "--from", Backup, "--database", target, "--state", Path.Combine(_folder, "third")])).Code);
    }

    [Fact]
    public async Task Backup_NoPrograms_CouldNotRunAndSaysWhatToInstall()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Cli"), ["audit", "backup", "--out", Backup, .. Node]) { RedirectStandardError = true };
        start.Environment["PATH"] = "";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using var process = Process.Start(start)!;

        var error = await process.StandardError.ReadToEndAsync(default);
        await process.WaitForExitAsync(default);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("error: there is no `pg_dump`: install ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Backup));
    }

    private static GatewayStore Open(string place, string state) =>
        GatewayStore.Open(new StoreOptions { Database = place, State = state, LogOrigin = "convenantgateway.nl/log/noord", Regions = ["noord"] }, TimeProvider.System);

    private static async Task<VisibleRecord> FirstAsync(string place, string state)
    {
        await using var gateway = Open(place, state);
        return (await gateway.Reading.FindAsync(Viewer, 0, default))!;
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        var code = await new RootCommand { AuditCommands.Create() }.Parse(["audit", .. arguments]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    private Task<(int Code, string Output)> EraseAsync() => RunAsync(["erase", "--person", Person, "--viewer", Viewer, "--rule", "Wbp-36", "--policies", _folder + "/none", .. Node]);
}
