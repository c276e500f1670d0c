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
    private SqliteGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = SqliteGateway.Open(new SqliteGatewayOptions { DataDirectory = _folder, LogOrigin = "convenantgateway.nl/log/cli", Regions = ["noord"] }, _time);
        var person = new PersonHandles(_gateway.RegionKeys.HandleKey("noord")).HandleOf(new PersonTraits("Voorbeeld", "Anna", "1979-04-12", "female", null))!.Value.ToBytes();
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

    [Fact]
    public async Task Report_Made_HandsItsRecordToTheSpool()
    {
        ExchangeRecord? spooled = null;

        await RunAsync("-", Established, "text", spool: record => spooled = record);

        Assert.Equal((RecordType.PersonReport, "released"), (spooled!.Type, spooled.Outcome));
        Assert.DoesNotContain("Voorbeeld", string.Join(' ', spooled.Views[0].Values.Select(static v => v.Value)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Report_DatabaseMissing_ExitsWithOne()
    {
        var (code, _, _) = await RunAsync("-", Established, "text", database: Path.Combine(_folder, "none.db"));

        Assert.Equal(1, code);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(
        string person, string? circumstances, string format, string? input = null, string viewer = "ashg-noord", string? database = null, Action<ExchangeRecord>? spool = null)
    {
        string? request = null;
        if (circumstances is not null)
        {
            request = Path.Combine(_folder, "request.json");
            await File.WriteAllTextAsync(request, circumstances, Encoding.UTF8);
        }

        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var options = new AuditReportOptions(person, viewer, "self", request, null, format, database ?? Path.Combine(_folder, "convenant.db"), new DirectoryInfo(Path.Combine(Repository(), "policies")), "modelconvenant-2009");
        var code = await AuditReportCommand.RunAsync(options, _time, new StringReader(input ?? Anna), output, error, spool, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
