using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Cli.Tests.Audit;

public sealed class PostgresCommandTests : IDisposable
{
    private readonly PostgresCluster _cluster = PostgresCluster.Start();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task VerifyAndExport_OfADatabaseOnAServer_WorkAsOfAFile()
    {
        var place = _cluster.ConnectionString(_cluster.NewDatabase());
        await FillAsync(place);
        var folder = Directory.CreateTempSubdirectory("convenant-cli-").FullName;
        var zip = Path.Combine(folder, "export.zip");

        var verified = Run((output, error) => AuditVerifyCommand.Run(null, place, [], false, output, error));
        var exported = Run((output, error) => AuditExportCommand.Run("ziekenhuis-noord", zip, place, "none", TimeProvider.System, output, error));
        var read = Run((output, error) => AuditVerifyCommand.Run(zip, place, [], false, output, error));

        Assert.Equal((0, 0, 0), (verified.Code, exported.Code, read.Code));
        Assert.StartsWith("valid: 2 records", verified.Output, StringComparison.Ordinal);
        Assert.Contains("2 records of `ziekenhuis-noord`", exported.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
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

    private static async Task FillAsync(string place)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        for (var i = 0; i < 2; i++)
        {
            var record = new ExchangeRecord
            {
                Type = RecordType.Exchange,
                Transaction = Guid.CreateVersion7(),
                Time = TimeProvider.System.GetUtcNow(),
                Caller = "ziekenhuis-noord",
                Outcome = "refused",
                BodyDigest = new string('0', 64),
                Views = [new RecordView("ziekenhuis-noord", [new RecordValue("reason", "geen grond")], [])],
            };
            await gateway.Log.AppendAsync(record, null, CancellationToken.None);
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
