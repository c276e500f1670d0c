using System.Security.Cryptography;
using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Store;
using Microsoft.Extensions.Time.Testing;

namespace ConvenantGateway.Cli.Tests.Audit;

public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-cli-").FullName;
    private string _key = "";

    private string Database => Path.Combine(_folder, "convenant.db");

    private string Export => Path.Combine(_folder, "export.zip");

    public async ValueTask InitializeAsync()
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        _key = gateway.Reading.VerifierKey;
        for (var i = 0; i < 3; i++)
        {
            await gateway.Log.AppendAsync(Refusal.Record(), null, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Verify_Database_IsValid()
    {
        var (code, output, _) = Verify(null, Database, _key);

        Assert.Equal(0, code);
        Assert.StartsWith("valid: 3 records of `convenantgateway.nl/log/cli`", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OlderKeyAfterARotation_SaysWhichKeySignedWhat()
    {
        using var rotation = new StringWriter();
        Assert.Equal(0, AuditRotateKeyCommand.Run(Database, 1, TimeProvider.System, rotation, TextWriter.Null));
        await using (var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(2))))
        {
            await gateway.Log.AppendAsync(Refusal.Record(), null, CancellationToken.None);
        }

        var (code, output, _) = Verify(null, Database, _key);

        Assert.Equal(0, code);
        var lines = output.Split('\n');
        Assert.Equal($"checkpoints of sizes 0 to 3 are signed by {_key}", lines[0].TrimEnd());
        Assert.StartsWith("checkpoints of sizes 3 to 4 are signed by ", lines[1], StringComparison.Ordinal);
        Assert.Contains($"new key: {lines[1].Split(' ')[^1].TrimEnd()}", rotation.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("valid: 4 records", lines[2], StringComparison.Ordinal);
        Assert.Equal((0, 0), (Verify(null, Database, lines[1].Split(' ')[^1].TrimEnd()).Code, Verify(null, Database, null).Code));
    }

    [Fact]
    public void Verify_ChangedByteInADatabase_NamesTheRecord()
    {
        // A byte of record 1's outcome, found by its text, as an editor of the file would.
        var bytes = File.ReadAllBytes(Database);
        var at = Places(bytes, "\"outcome\":\"refused\"").ElementAt(1);
        bytes[at + 11] ^= 1;
        File.WriteAllBytes(Database, bytes);

        var (code, output, _) = Verify(null, Database, _key);

        Assert.Equal(2, code);
        Assert.Contains("record 1:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_ThenVerify_IsValidAndItsTwinIsNot()
    {
        Assert.Equal(0, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, Path.Combine(_folder, "none"), TimeProvider.System, TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, Verify(Export, null, _key).Code);

        var other = new NoteSigner("convenantgateway.nl/log/cli", new byte[32]).VerifierKey.ToString();
        Assert.Equal(2, Verify(Export, null, other).Code);
        Assert.Equal(1, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public void Export_NoNodeRuns_IsARecordWithItsDigest()
    {
        Assert.Equal(0, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, TextWriter.Null));

        Assert.StartsWith("valid: 4 records", Verify(null, Database, _key).Output, StringComparison.Ordinal);
        var record = Assert.Single(Exports());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Export))), record.Record.BodyDigest);
        Assert.Equal(("operator", "released"), (record.Record.Caller, record.Record.Outcome));
    }

    [Fact]
    public async Task Export_ANodeHasTheLog_WaitsInTheSpool()
    {
        using var error = new StringWriter();
        await using (GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System))
        {
            Assert.Equal(0, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, error));
        }

        var (_, waiting) = Assert.Single(new RecordSpool(_folder).Waiting());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Export))), waiting!.Digest);
        Assert.Contains("within a minute", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Exports());
    }

    [Fact]
    public void Export_NeitherRecordNorSpoolPossible_IsNotGivenOut()
    {
        File.WriteAllText(Path.Combine(_folder, "spool"), "a file where the folder would be");
        using var node = new FileStream(Path.Combine(_folder, "convenant.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(1, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, TextWriter.Null));

        Assert.False(File.Exists(Export));
        Assert.Empty(Directory.GetFiles(_folder, "*.unrecorded"));
    }

    [Fact]
    public void Export_OfACopy_SaysThatItStandsInNoLog()
    {
        using var error = new StringWriter();
        File.Delete(Path.Combine(_folder, "convenant.lock"));

        Assert.Equal(0, AuditExportCommand.Run("ziekenhuis-noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, error));

        Assert.Contains("stands in no log", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Exports());
    }

    [Fact]
    public void Verify_Json_SaysTheSame()
    {
        using var output = new StringWriter();
        Assert.Equal(0, AuditVerifyCommand.Run(null, Database, [_key], json: true, output, TextWriter.Null));

        using var json = JsonDocument.Parse(output.ToString());
        Assert.True(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal(3, json.RootElement.GetProperty("size").GetInt64());
        Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public void Verify_NoKeyGiven_SaysWhoseKeyItUsed() => Assert.Contains("names itself", Verify(null, Database, null).Error, StringComparison.Ordinal);

    [Fact]
    public void Verify_BadInput_IsThreeAndMissingFileIsOne()
    {
        File.WriteAllText(Export, "no zip");

        Assert.Equal(3, Verify(Export, null, _key).Code);
        Assert.Equal(3, Verify(null, Database, "key").Code);
        Assert.Equal(3, Verify(null, Export, _key).Code);
        Assert.Equal(1, Verify(Export + ".none", null, _key).Code);
        Assert.Equal(1, Verify(null, Export + ".none", _key).Code);
        Assert.Equal(3, AuditExportCommand.Run("Ziekenhuis Noord", Export, Database, "none", TimeProvider.System, TextWriter.Null, TextWriter.Null));
    }

    private IReadOnlyList<VisibleRecord> Exports()
    {
        var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        try
        {
            return gateway.Reading.ListAsync("ziekenhuis-noord", new RecordQuery { Types = [RecordType.Export] }, default).AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            gateway.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static (int Code, string Output, string Error) Verify(string? export, string? database, string? key)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = AuditVerifyCommand.Run(export, database, key is null ? [] : [key], json: false, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static IEnumerable<int> Places(byte[] bytes, string text)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        for (var i = 0; i + wanted.Length <= bytes.Length; i++)
        {
            if (bytes.AsSpan(i, wanted.Length).SequenceEqual(wanted))
            {
                yield return i;
            }
        }
    }
}
