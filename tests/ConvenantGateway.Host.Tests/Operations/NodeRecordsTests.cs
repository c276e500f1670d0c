using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Host.Tests.Gateway;
using ConvenantGateway.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConvenantGateway.Host.Tests.Operations;

/// <summary>What the node itself does stands in the log for the operator: keys, certificates, exports of the command line.</summary>
public sealed class NodeRecordsTests : IAsyncLifetime
{
    private const string Digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private readonly GatewayFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Start_Twice_RecordsTheLogsKeyOnce()
    {
        await _gateway.RestartAsync();

        var record = Assert.Single(await RecordsAsync(RecordType.KeyChange));

        Assert.Equal(("made", "gateway"), (record.Record.Outcome, record.Record.Caller));
        Assert.Equal(_gateway.World.Store.Reading.VerifierKey, Value(record, "log-key"));
        var starts = await RecordsAsync(RecordType.Start);
        Assert.Equal(2, starts.Count);
        Assert.All(starts, static s => Assert.Equal(64, Value(s, "server-certificate").Length));
    }

    [Fact]
    public async Task Reload_AnchorsChanged_IsRecordedBeforeTheyCount()
    {
        var signal = _gateway.App.Services.GetServices<IHostedService>().OfType<ActivationSignal>().Single();
        await ReloadAsync(signal);
        Assert.Single(await RecordsAsync(RecordType.KeyChange));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = new CertificateRequest("CN=Andere CA", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await File.AppendAllTextAsync(_gateway.World.Tls.Anchors, $"\n{other.ExportCertificatePem()}\n");
        await ReloadAsync(signal);

        var record = (await RecordsAsync(RecordType.KeyChange))[0];
        Assert.Equal("reloaded", record.Record.Outcome);
        Assert.Contains(other.GetCertHashString(HashAlgorithmName.SHA256), Value(record, "anchors"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(other.GetCertHashString(HashAlgorithmName.SHA256), Value(record, "previous-anchors"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, _gateway.World.TlsMaterial.Current.Anchors.Count);
    }

    [Fact]
    public async Task Spool_ExportWaits_IsRecordedOnceForItsOwnerAndTheOperator()
    {
        var spool = new RecordSpool(_gateway.Database);
        var export = new SpooledExport(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "ashg-noord", "wachter", 12, 3, Digest);
        var records = _gateway.App.Services.GetRequiredService<SpooledRecords>();
        spool.Add(export);

        await records.RecordAsync();
        spool.Add(export);
        await records.RecordAsync();

        Assert.Empty(spool.Waiting());
        Assert.Equal("wachter", Value(Assert.Single(await RecordsAsync(RecordType.Export, "ashg-noord")), "by"));
        Assert.Equal(Digest, Assert.Single(await RecordsAsync(RecordType.Export)).Record.BodyDigest);
        Assert.Empty(await RecordsAsync(RecordType.Export, "ziekenhuis-noord"));
    }

    [Fact]
    public async Task Spool_ProjectionWaits_IsAnExportForItsOwnerAndTheOperator()
    {
        var spool = new RecordSpool(_gateway.Database);
        spool.Add(new SpooledProjection(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "ashg-noord", "wachter", "nen7513-csv", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), 7, Digest));

        await _gateway.App.Services.GetRequiredService<SpooledRecords>().RecordAsync();

        Assert.Empty(spool.Waiting());
        Assert.Equal(("nen7513-csv", "2026-01-01/2026-01-31", "7"), Told(Assert.Single(await RecordsAsync(RecordType.Export, "ashg-noord"))));
        Assert.Equal(Digest, Assert.Single(await RecordsAsync(RecordType.Export)).Record.BodyDigest);

        static (string, string, string) Told(VisibleRecord record) => (Value(record, "scope"), Value(record, "period"), Value(record, "rows"));
    }

    [Fact]
    public async Task Spool_ReportWaits_IsSeenByItsOrganisationAndNotByTheOperator()
    {
        var spool = new RecordSpool(_gateway.Database);
        var report = new SpooledReport(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "ashg-noord", "wachter", [Digest], true, [new RecordValue("applicant", "betrokkene")], Digest, Digest, Digest);
        spool.Add(report);

        await _gateway.App.Services.GetRequiredService<SpooledRecords>().RecordAsync();
        spool.Add(report);
        await _gateway.App.Services.GetRequiredService<SpooledRecords>().RecordAsync();

        var record = Assert.Single(await _gateway.World.Store.Reading.ListAsync("ashg-noord", new RecordQuery { Types = [RecordType.PersonReport], Person = Convert.FromHexString(Digest) }, default));
        Assert.Equal(("refused", "draft", "betrokkene"), (record.Record.Outcome, Value(record, "act"), Value(record, "applicant")));
        Assert.Empty(await RecordsAsync(RecordType.PersonReport));
        Assert.Empty(await RecordsAsync(RecordType.PersonReport, "ziekenhuis-noord"));
    }

    [Fact]
    public async Task Spool_RequestOfAnEarlierBuild_IsStillRecorded()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_gateway.Database, "spool")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), $$"""{"transaction":"0199d1a2-0000-7000-8000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ashg-noord","by":"x","size":1,"records":1,"digest":"{{Digest}}"}""");

        await _gateway.App.Services.GetRequiredService<SpooledRecords>().RecordAsync();

        Assert.Empty(Directory.GetFiles(folder));
        Assert.Equal("1", Value(Assert.Single(await RecordsAsync(RecordType.Export, "ashg-noord")), "records"));
    }

    [Fact]
    public void Spool_UseThatTheNodeWouldNotTake_IsRefusedBeforeItIsWritten()
    {
        var spool = new RecordSpool(_gateway.Database);
        var now = TimeProvider.System.GetUtcNow();

        Assert.Throws<IOException>(() => spool.Add(new SpooledExport(Guid.CreateVersion7(), now, "ashg-noord", new string('x', 201), 1, 1, Digest)));
        Assert.Throws<IOException>(() => spool.Add(new SpooledReport(Guid.CreateVersion7(), now, "ashg-noord", "x", ["geen kenmerk"], false, [], Digest, Digest, Digest)));

        Assert.Empty(spool.Waiting());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"kind":"erasure","transaction":"0199d1a2-0000-7000-8000-000000000000"}""")]
    [InlineData("""{"kind":"projection","transaction":"0199d1a2-0000-7000-8000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ashg-noord","by":"x","scope":"nen7513-csv","from":"2026-02-01","until":"2026-01-01","rows":1,"digest":"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}""")]
    [InlineData("""{"kind":"report","transaction":"0199d1a2-0000-7000-8000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ashg-noord","by":"x","persons":["Voorbeeld"],"isRefused":true,"said":[],"documentDigest":"00","judgementDigest":"00","digest":"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}""")]
    [InlineData("{}")]
    [InlineData("""{"transaction":"00000000-0000-0000-0000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ashg-noord","by":"x","size":1,"records":1,"digest":"00"}""")]
    [InlineData("""{"transaction":"0199d1a2-0000-7000-8000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ASHG Noord","by":"x","size":1,"records":1,"digest":"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}""")]
    [InlineData("""{"transaction":"0199d1a2-0000-7000-8000-000000000000","made":"2026-01-01T00:00:00Z","viewer":"ashg-noord","by":"x","size":1,"records":1,"digest":"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff","type":"exchange"}""")]
    public async Task Spool_NoRequest_IsSetAsideAndNotRecorded(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_gateway.Database, "spool")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), text);

        await _gateway.App.Services.GetRequiredService<SpooledRecords>().RecordAsync();

        Assert.Equal([Path.Combine(folder, "a.json.refused")], Directory.GetFiles(folder));
        Assert.Empty(await RecordsAsync(RecordType.Export));
        Assert.Empty(await RecordsAsync(RecordType.PersonReport, "ashg-noord"));
    }

    private static async Task ReloadAsync(ActivationSignal signal)
    {
        signal.Signalled();
        Assert.True(await Connect.ConnectNode.SoonAsync(() => !signal.IsBusy));
    }

    private static string Value(VisibleRecord record, string field) => record.Values.Single(v => v.Field == field).Value;

    private ValueTask<IReadOnlyList<VisibleRecord>> RecordsAsync(RecordType type, string viewer = "beheer-noord") =>
        _gateway.World.Store.Reading.ListAsync(viewer, new RecordQuery { Types = [type] }, default);
}
