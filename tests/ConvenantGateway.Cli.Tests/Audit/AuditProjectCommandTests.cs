using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>An organisation's own lines from the command line, out of a real database.</summary>
public sealed class AuditProjectCommandTests : IAsyncLifetime
{
    private const string Police = "politie-noord";
    private const string Hospital = "ziekenhuis-noord";
    private const string Ashg = "ashg-noord";

    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-cli-").FullName;

    private string Database => Path.Combine(_folder, "convenant.db");

    private static string Policies
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "ConvenantGateway.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("no repository above the tests");
            }

            return Path.Combine(directory.FullName, "policies");
        }
    }

    public async ValueTask InitializeAsync()
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        await gateway.Log.AppendAsync(Record("push", "stored", Police, Ashg, Police, Ashg), null, CancellationToken.None);
        var asked = Enumerable.Range(0, 1100).Select(i => Task.Run(() => gateway.Log.AppendAsync(Record("status", "absent", Hospital, Ashg, Hospital) with { Time = Noon.AddSeconds(i) }, null, CancellationToken.None).AsTask()));
        await Task.WhenAll(asked);
        await gateway.Log.AppendAsync(Record("status", "absent", Hospital, Ashg, Hospital) with { Time = Noon.AddDays(1) }, null, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Project_LongPeriod_WritesEachRecordOnce()
    {
        var (code, output, error) = Run(Hospital, "nen7513-jsonl");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 1100), (code, lines.Length));
        Assert.Equal(1100, lines.Distinct().Count());
        Assert.Contains("1100 lines", error, StringComparison.Ordinal);
        Assert.Contains("\"toegangspunt\":\"convenantgateway.nl/log/cli\"", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Project_QuestionsOfOthers_AreNotInTheHoldersFile()
    {
        var (code, output, _) = Run(Ashg, "nen7513-csv");

        Assert.Equal((0, 2), (code, output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.DoesNotContain(Hospital, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_PoliceProtocol_IsForThePoliceOnly()
    {
        var (code, output, _) = Run(Police, "police-protocol-csv");
        var (refused, nothing, other) = Run(Hospital, "police-protocol-csv");
        var (unknown, _, nobody) = Run("niemand-noord", "police-protocol-csv");

        Assert.Equal(0, code);
        Assert.Contains("verstrekking,Wpg 32(1)f; Bpg 6:4(4),2026-07-01T14:00:00+02:00,ashg-noord", output.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((3, 3, ""), (refused, unknown, nothing));
        Assert.Equal(other.Replace(Hospital, "x", StringComparison.Ordinal), nobody.Replace("niemand-noord", "x", StringComparison.Ordinal));
    }

    [Fact]
    public void Project_File_IsTheOwnersOnlyAndNeverWrittenOver()
    {
        var path = Path.Combine(_folder, "out.csv");

        Assert.Equal(0, Run(Police, "nen7513-csv", output: path).Code);
        Assert.Equal(1, Run(Police, "nen7513-csv", output: path).Code);

        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(path)[..3]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Project_NoNodeRuns_IsAnExportRecordWithTheDigestOfWhatWasPrinted()
    {
        var (_, output, _) = Run(Hospital, "nen7513-csv");

        var record = Assert.Single(await ExportsAsync(Hospital));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output))), record.Record.BodyDigest);
        Assert.Equal(("operator", "command-line", "released"), (record.Record.Caller, record.Record.By, record.Record.Outcome));
        Assert.Equal(
            ["viewer=ziekenhuis-noord", $"by={Environment.UserName}", "scope=nen7513-csv", "period=2026-07-01/2026-07-01", "rows=1100", $"digest={record.Record.BodyDigest}"],
            record.Values.Where(static v => v.Field != "made").Select(static v => $"{v.Field}={v.Value}"));
        Assert.Empty(await ExportsAsync(Ashg));
    }

    [Fact]
    public async Task Project_ToAFile_RecordsTheDigestOfTheFile()
    {
        var path = Path.Combine(_folder, "out.csv");

        Run(Police, "police-protocol-csv", output: path);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))), Assert.Single(await ExportsAsync(Police)).Record.BodyDigest);
    }

    [Fact]
    public async Task Project_ANodeHasTheLog_WaitsInTheSpoolBeforeItIsPrinted()
    {
        await using (GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System))
        {
            var (code, output, error) = Run(Hospital, "nen7513-jsonl");

            Assert.Equal(0, code);
            Assert.Contains("within a minute", error, StringComparison.Ordinal);
            var use = Assert.IsType<SpooledProjection>(Assert.Single(new RecordSpool(_folder).Waiting()).Use);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output))), use.Digest);
        }

        Assert.Empty(await ExportsAsync(Hospital));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("out.csv")]
    public void Project_NeitherRecordNorSpoolPossible_GivesNothingOut(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "spool"), "a file where the folder would be");
        using var node = new FileStream(Path.Combine(_folder, "convenant.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var before = Left();

        var (code, output, error) = Run(Hospital, "nen7513-csv", output: name == "-" ? name : Path.Combine(_folder, name));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("error:", error, StringComparison.Ordinal);
        Assert.Equal(before, Left());

        // Hidden files too, but not the engine's own beside the database.
        List<string> Left() => [.. Directory.GetFiles(_folder).Where(static f => !f.Contains(".db-", StringComparison.Ordinal)).Order()];
    }

    [Fact]
    public async Task Project_NotGivenBecauseTheFileIsThere_IsNoRecord()
    {
        var path = Path.Combine(_folder, "out.csv");
        await File.WriteAllTextAsync(path, "of somebody");

        Assert.Equal(1, Run(Hospital, "nen7513-csv", output: path).Code);

        Assert.Equal("of somebody", await File.ReadAllTextAsync(path));
        Assert.Empty(await ExportsAsync(Hospital));
    }

    [Fact]
    public void Project_PrintedBeforeItsRecord_Never()
    {
        using var output = new RecordFirst(_folder);

        Assert.Equal(0, AuditProjectCommand.Run(new ProjectionOrder(Hospital, "nen7513-csv", "2026-07-01", "2026-07-01", "-"), new ProjectionSources(Database, Policies, "modelconvenant-2009"), TimeProvider.System, output, TextWriter.Null));

        Assert.Equal(1103, output.SizeAtFirstWrite);
    }

    [Fact]
    public void Project_OfACopy_SaysThatItStandsInNoLog()
    {
        File.Delete(Path.Combine(_folder, "convenant.lock"));

        Assert.Contains("stands in no log", Run(Hospital, "nen7513-csv").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nen7513", "2026-07-01", "2026-07-01")]
    [InlineData("nen7513-csv", "01-07-2026", "2026-07-01")]
    [InlineData("nen7513-csv", "2026-07-01", "2026-06-31")]
    [InlineData("nen7513-csv", "2026-07-02", "2026-07-01")]
    public void Project_BadInput_IsThree(string format, string from, string until)
    {
        Assert.Equal(3, Run(Hospital, format, from, until).Code);
    }

    [Fact]
    public void Project_MissingDatabase_IsOne()
    {
        using var error = new StringWriter();
        var sources = new ProjectionSources(Database + ".none", Policies, "modelconvenant-2009");

        Assert.Equal(1, AuditProjectCommand.Run(new ProjectionOrder(Hospital, "nen7513-csv", "2026-07-01", "2026-07-01", "-"), sources, TimeProvider.System, TextWriter.Null, error));
    }

    private async Task<IReadOnlyList<VisibleRecord>> ExportsAsync(string viewer)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        return await gateway.Reading.ListAsync(viewer, new RecordQuery { Types = [RecordType.Export] }, default);
    }

    private (int Code, string Output, string Error) Run(string viewer, string format, string from = "2026-07-01", string until = "2026-07-01", string output = "-")
    {
        using var written = new StringWriter();
        using var error = new StringWriter();
        var code = AuditProjectCommand.Run(new ProjectionOrder(viewer, format, from, until, output), new ProjectionSources(Database, Policies, "modelconvenant-2009"), TimeProvider.System, written, error);
        return (code, written.ToString(), error.ToString());
    }

    private static ExchangeRecord Record(string by, string outcome, string from, string to, params string[] viewers) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(),
        Time = Noon,
        Caller = from,
        Counterparty = to,
        By = by,
        Outcome = outcome,
        BodyDigest = new string('0', 64),
        Views = [.. viewers.Select(static v => new RecordView(v, [new RecordValue("actor", "uzi|1"), new RecordValue("released-1", "slachtoffer: D01")], [new byte[32]]))],
    };
}
