using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Cli.Tests.Audit;

public sealed class PostgresCommandTests : IDisposable
{
    private const string Hospital = "ziekenhuis-noord";

    private readonly PostgresCluster _cluster = PostgresCluster.Start();

    private static string Policies { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../policies"));

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task VerifyAndExport_OfADatabaseOnAServer_WorkAsOfAFile()
    {
        var place = _cluster.ConnectionString(_cluster.NewDatabase());
        await FillAsync(place);
        var folder = Directory.CreateTempSubdirectory("convenant-cli-").FullName;
        var zip = Path.Combine(folder, "export.zip");
        await File.WriteAllTextAsync(Path.Combine(folder, "convenant.lock"), "");

        var verified = Run((output, error) => AuditVerifyCommand.Run(null, place, [], false, output, error));
        var exported = Run((output, error) => AuditExportCommand.Run("ziekenhuis-noord", zip, place, "none", TimeProvider.System, output, error, folder));
        var read = Run((output, error) => AuditVerifyCommand.Run(zip, place, [], false, output, error));

        Assert.Equal((0, 0, 0), (verified.Code, exported.Code, read.Code));
        Assert.StartsWith("valid: 2 records", verified.Output, StringComparison.Ordinal);
        Assert.Contains("2 records of `ziekenhuis-noord`", exported.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ProjectAndReport_OfADatabaseOnAServer_AreRecordsInItsLog()
    {
        var place = _cluster.ConnectionString(_cluster.NewDatabase());
        await FillAsync(place);
        using var folder = new NodeFolder();

        var projected = Project(place, folder.Path);
        var reported = await ReportAsync(place, folder.Path);

        Assert.Equal((0, 0), (projected.Code, reported.Code));
        Assert.NotEmpty(projected.Output);
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        Assert.Equal([RecordType.PersonReport, RecordType.Export], (await gateway.Reading.ListAsync(Hospital, new RecordQuery { Types = [RecordType.Export, RecordType.PersonReport] }, default)).Select(static r => r.Record.Type));
    }

    [Fact]
    public async Task ProjectAndReport_WhileANodeHasTheServersLog_WaitInItsSpool()
    {
        var place = _cluster.ConnectionString(_cluster.NewDatabase());
        await FillAsync(place);
        using var folder = new NodeFolder();
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, State = folder.Path, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);

        Assert.Equal((0, 0), (Project(place, folder.Path).Code, (await ReportAsync(place, folder.Path)).Code));

        Assert.Equal([typeof(SpooledProjection), typeof(SpooledReport)], new RecordSpool(folder.Path).Waiting().Select(static w => w.Use!.GetType()));
    }

    [Fact]
    public async Task ProjectReportAndExport_OfAServerWhoseNodeIsNotNamed_GiveNothingOut()
    {
        var place = _cluster.ConnectionString(_cluster.NewDatabase());
        await FillAsync(place);
        using var folder = new NodeFolder();
        var elsewhere = Path.Combine(folder.Path, "elsewhere");
        var zip = Path.Combine(folder.Path, "export.zip");

        var projected = Project(place, elsewhere);
        var reported = await ReportAsync(place, elsewhere);
        var exported = Run((output, error) => AuditExportCommand.Run(Hospital, zip, place, "none", TimeProvider.System, output, error, elsewhere));

        Assert.All([projected, reported, exported], static r =>
        {
            Assert.Equal((1, ""), (r.Code, r.Output));
            Assert.Contains("`--state`", r.Error, StringComparison.Ordinal);
        });
        Assert.False(File.Exists(zip));
    }

    [Theory]
    [InlineData("Host=/nowhere;Database=x;Password=geheim-1", 1)]
    [InlineData("Host=/nowhere;geheim-1", 1)]
    public void Verify_ServerThatIsNotThere_CouldNotRunAndTellsNoPassword(string place, int code)
    {
        var found = Run((output, error) => AuditVerifyCommand.Run(null, place, [], false, output, error));

        Assert.Equal(code, found.Code);
        Assert.Contains("PostgreSQL", found.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim-1", found.Error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Project(string place, string state) => Run((output, error) => AuditProjectCommand.Run(
        new ProjectionOrder(Hospital, "nen7513-csv", "2026-01-01", "2030-01-01", "-"), new ProjectionSources(place, Policies, "modelconvenant-2009", state), TimeProvider.System, output, error));

    private static async Task<(int Code, string Output, string Error)> ReportAsync(string place, string state)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var person = new StringReader("""{"family":"Voorbeeld","given":"Anna","birthDate":"1979-04-12","gender":"female"}""");
        using var folder = new NodeFolder();
        var request = Path.Combine(folder.Path, "request.json");
        await File.WriteAllTextAsync(request, """{"identity":"DocumentGezien","rol":"Slachtoffer"}""");
        var options = new AuditReportOptions("-", Hospital, "self", request, null, "text", place, new DirectoryInfo(Policies), "modelconvenant-2009", state);
        var code = await AuditReportCommand.RunAsync(options, TimeProvider.System, person, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task FillAsync(string place)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = "convenantgateway.nl/log/cli", Regions = ["noord"] }, TimeProvider.System);
        for (var i = 0; i < 2; i++)
        {
            await gateway.Log.AppendAsync(Refusal.Record(), null, CancellationToken.None);
        }
    }

    private static (int Code, string Output, string Error) Run(Func<TextWriter, TextWriter, int> command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = command(output, error);
        return (code, output.ToString(), error.ToString());
    }
}
