using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Store;
using Microsoft.Extensions.Time.Testing;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary><c>audit report</c> beside an open log: drafts, refusals, and no word of the person in a message.</summary>
public sealed class AuditReportCommandTests : IAsyncLifetime
{
    private const string Anna = """{"family":"Voorbeeld","given":"Anna","birthDate":"1979-04-12","gender":"female"}""";
    private const string Established = """{"identity":"DocumentGezien","rol":"Slachtoffer"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-report-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 12, 9, 0, 0, TimeSpan.Zero));
    private GatewayStore _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli", Regions = ["noord"] }, _time);
        var person = Person(_gateway);
        await _gateway.Log.AppendAsync(
            new ExchangeRecord
            {
                Type = RecordType.Exchange,
                Transaction = Guid.CreateVersion7(),
                Time = _time.GetUtcNow(),
                Caller = "ashg-noord",
                Counterparty = "huisarts-noord",
                Purpose = "REFER",
                Ground = "G-CONSENT",
                By = "push",
                Outcome = "stored",
                LawDate = "2009-06-01",
                BodyDigest = new string('0', 64),
                Views = [new RecordView("ashg-noord", [new RecordValue("released-1", "slachtoffer: D01")], [person])],
            },
            null,
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task Report_FromStandardInput_IsADraftWithoutTheName(string format)
    {
        var (code, output, error) = await RunAsync("-", Established, format);

        Assert.Equal(0, code);
        Assert.Contains("Huisarts Noord", output, StringComparison.Ordinal);
        Assert.Contains("CONCEPT", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeld", output + error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Report_IdentityNotEstablished_IsARefusalAndExitsWithTwo()
    {
        var (code, output, _) = await RunAsync("-", null, "text");

        Assert.Equal(2, code);
        Assert.Contains("Wbp, artikel 37(2)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Huisarts Noord", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"family":"Voorbeeld","unknown":"Geheim"}""")]
    [InlineData("""{"family":"Geheim"}""")]
    [InlineData("""{"family":"Geheim","birthDate":"12 april"}""")]
    [InlineData("Geheim")]
    public async Task Report_PersonUnreadable_ExitsWithThreeAndQuotesNothing(string person)
    {
        var (code, output, error) = await RunAsync("-", Established, "text", person);

        Assert.Equal(3, code);
        Assert.DoesNotContain("Geheim", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ThroughEyesWithoutRecords_IsEmpty()
    {
        var (code, output, _) = await RunAsync("-", Established, "text", viewer: "gemeente-noord");

        Assert.Equal(0, code);
        Assert.Contains("Er is geen uitwisseling om te tonen.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Established, false)]
    [InlineData(null, true)]
    public async Task Report_ANodeHasTheLog_WaitsInTheSpoolWithItsDigestAndNoName(string? circumstances, bool isRefused)
    {
        var (_, output, error) = await RunAsync("-", circumstances, "text");

        var (path, waiting) = Assert.Single(new RecordSpool(_folder).Waiting());
        var use = Assert.IsType<SpooledReport>(waiting);
        Assert.Equal((isRefused, Sha256(output), Environment.UserName), (use.IsRefused, use.Digest, use.By));
        Assert.Contains("within a minute", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeld", await File.ReadAllTextAsync(path), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Report_NoNodeRuns_IsARecordThatTheBetrokkeneIsFoundBy()
    {
        await _gateway.DisposeAsync();

        var (code, output, _) = await RunAsync("-", Established, "json");

        _gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli", Regions = ["noord"] }, _time);
        var record = Assert.Single(await _gateway.Reading.ListAsync("ashg-noord", new RecordQuery { Types = [RecordType.PersonReport], Person = Person(_gateway) }, default));
        Assert.Equal((0, "operator", "command-line", "released", Sha256(output)), (code, record.Record.Caller, record.Record.By, record.Record.Outcome, record.Record.BodyDigest));
        Assert.Contains(new RecordValue("act", "draft"), record.Values);
        Assert.Contains(new RecordValue("by", Environment.UserName), record.Values);
        Assert.Contains(new RecordValue("identity", "documentgezien"), record.Values);
        Assert.DoesNotContain("Voorbeeld", string.Join(' ', record.Values.Select(static v => v.Value)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Established)]
    [InlineData(null)]
    public async Task Report_NeitherRecordNorSpoolPossible_GivesNothingOut(string? circumstances)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "spool"), "a file where the folder would be");
        var path = Path.Combine(_folder, "report.txt");

        var (code, output, error) = await RunAsync("-", circumstances, "text");
        var (toFile, _, _) = await RunAsync("-", circumstances, "text", output: path);

        Assert.Equal((1, 1, ""), (code, toFile, output));
        Assert.Contains("error:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("CONCEPT", error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Report_ToAFileThatIsThere_IsNoRecordAndLeavesIt()
    {
        var path = Path.Combine(_folder, "report.txt");
        await File.WriteAllTextAsync(path, "of somebody");

        Assert.Equal(1, (await RunAsync("-", Established, "text", output: path)).Code);

        Assert.Equal("of somebody", await File.ReadAllTextAsync(path));
        Assert.Empty(new RecordSpool(_folder).Waiting());
    }

    [Fact]
    public async Task Report_DatabaseMissing_ExitsWithOne()
    {
        var (code, _, _) = await RunAsync("-", Established, "text", database: Path.Combine(_folder, "none.db"));

        Assert.Equal(1, code);
    }

    private static byte[] Person(GatewayStore gateway) =>
        new PersonHandles(gateway.RegionKeys.HandleKey("noord")).HandleOf(new PersonTraits("Voorbeeld", "Anna", "1979-04-12", "female", null))!.Value.ToBytes();

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<(int Code, string Output, string Error)> RunAsync(
        string person, string? circumstances, string format, string? input = null, string viewer = "ashg-noord", string? database = null, string? output = null)
    {
        string? request = null;
        if (circumstances is not null)
        {
            request = Path.Combine(_folder, "request.json");
            await File.WriteAllTextAsync(request, circumstances, Encoding.UTF8);
        }

        await using var written = new StringWriter();
        await using var error = new StringWriter();
        var options = new AuditReportOptions(person, viewer, "self", request, output, format, database ?? Path.Combine(_folder, "convenant.db"), new DirectoryInfo(Path.Combine(Repository(), "policies")), "modelconvenant-2009");
        var code = await AuditReportCommand.RunAsync(options, _time, new StringReader(input ?? Anna), written, error, CancellationToken.None);
        return (code, written.ToString(), error.ToString());
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
