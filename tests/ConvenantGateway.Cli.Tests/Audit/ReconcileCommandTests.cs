using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Store;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>A partner's own list against the log: what stands on one side only is named, on both sides.</summary>
public sealed class ReconcileCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-reconcile-").FullName;
    private readonly List<(AuditReceipt Receipt, string Digest)> _kept = [];

    private string Database => Path.Combine(_folder, "convenant.db");

    public async ValueTask InitializeAsync()
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = _folder, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System);
        for (var i = 0; i < 6; i++)
        {
            var digest = new string((char)('a' + i), 64);
            _kept.Add((await gateway.Log.AppendAsync(Record("ziekenhuis-noord", digest, Noon.AddMinutes(i)), null, CancellationToken.None), digest));
            await gateway.Log.AppendAsync(Record("ashg-noord", digest, Noon.AddMinutes(i)), null, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reconcile_ListOfAllReceipts_IsEqual(bool json)
    {
        var (code, output, _) = Run(json ? Json(_kept) : Csv(_kept));

        Assert.Equal(0, code);
        Assert.StartsWith("equal: 6 receipts of `ziekenhuis-noord`, 6 exchanges", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconcile_RecordCutFromTheLog_IsNamedByItsLine()
    {
        Execute($"DELETE FROM view WHERE idx = {_kept[2].Receipt.Index}; DELETE FROM leaf WHERE idx = {_kept[2].Receipt.Index}");

        var (code, output, _) = Run(Csv(_kept));

        Assert.Equal(2, code);
        Assert.Contains($"line 4: transaction {_kept[2].Receipt.Transaction}: in the list and not in the log", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deletion", "in the list and not in the log")]
    [InlineData("reordering", "the leaf is another")]
    [InlineData("truncation", "in the list and not in the log")]
    [InlineData("tail", "in the list and not in the log")]
    [InlineData("change", "the leaf is another")]
    public async Task Reconcile_LogRewrittenWithItsKey_IsFoundByTheReceipts(string how, string told)
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "rewritten")).FullName;
        File.Copy(Path.Combine(_folder, "keys.db"), Path.Combine(other, "keys.db"));
        string key;
        await using (var gateway = GatewayStore.Open(new StoreOptions { Database = other, LogOrigin = "convenantgateway.nl/log/cli" }, TimeProvider.System))
        {
            key = gateway.Reading.VerifierKey;
            foreach (var record in Rewritten(how))
            {
                await gateway.Log.AppendAsync(record, null, CancellationToken.None);
            }
        }

        var (code, output, _) = Run(Csv(_kept), database: Path.Combine(other, "convenant.db"));

        // The keeper has the log's key: by itself the rewritten log is in order.
        Assert.Equal(0, AuditVerifyCommand.Run(null, Path.Combine(other, "convenant.db"), [key], json: false, TextWriter.Null, TextWriter.Null));
        Assert.Equal(2, code);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconcile_ReceiptNotKept_IsNamedByItsRecord()
    {
        var (code, output, _) = Run(Csv(_kept.Where((_, i) => i != 3)));

        Assert.Equal(2, code);
        Assert.Contains($"record {_kept[3].Receipt.Index}: transaction {_kept[3].Receipt.Transaction}: in the log and not in the list", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconcile_ListThatEndsEarlier_ComparesWhatItSpansUnlessAskedForMore()
    {
        var list = Csv(_kept.Take(3));

        Assert.Equal(0, Run(list).Code);
        var (code, output, _) = Run(list, until: "2026-03-04T12:05:00Z");

        Assert.Equal(2, code);
        Assert.Equal(2, output.Split('\n').Count(static l => l.Contains("in the log and not in the list", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reconcile_DigestOrLeafDiffers_IsNamed()
    {
        var lines = Csv(_kept).Split('\n');
        lines[1] = lines[1].Replace(_kept[0].Digest, new string('0', 64), StringComparison.Ordinal);
        lines[2] = lines[2].Replace(_kept[1].Receipt.Leaf, new string('0', 64), StringComparison.Ordinal);
        lines[3] = lines[3].Replace($",{_kept[2].Receipt.Index},", ",400,", StringComparison.Ordinal);

        var (code, output, _) = Run(string.Join('\n', lines));

        Assert.Equal(2, code);
        Assert.Contains("line 2: ", output, StringComparison.Ordinal);
        Assert.Contains("digests differ", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n').Count(static l => l.Contains("the leaf is another", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reconcile_ListedTwice_DiffersOnlyIfTheLinesDo()
    {
        Assert.Equal(0, Run(Csv(_kept) + Csv(_kept)[Csv(_kept).IndexOf('\n', StringComparison.Ordinal)..]).Code);

        var (code, output, _) = Run(Csv(_kept) + $"{_kept[0].Receipt.Transaction},{new string('9', 64)}\n");

        Assert.Equal(2, code);
        Assert.Contains("line 8: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconcile_ReceiptOfAnotherPartner_IsNotInTheLog()
    {
        var (code, output, _) = Run(Csv(_kept), partner: "huisarts-noord");

        Assert.Equal(2, code);
        Assert.Equal(6, output.Split('\n').Count(static l => l.Contains("in the list and not in the log", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reconcile_Json_IsOneObjectALine()
    {
        var (_, output, _) = Run(Csv(_kept.Where((_, i) => i != 3)), json: true);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("only-logged", lines[0].GetProperty("kind").GetString());
        Assert.False(lines[^1].GetProperty("equal").GetBoolean());
    }

    [Theory]
    [InlineData("transaction,digest\nx,y\n", "line 2")]
    [InlineData("0199d1a2-0000-7000-8000-000000000000,00\n", "line 1")]
    [InlineData("{\"transaction\":\"0199d1a2-0000-7000-8000-000000000000\"}\n", "line 1")]
    [InlineData("\n\n{\n", "line 3")]
    public void Reconcile_BadLine_IsThreeWithItsNumber(string list, string place)
    {
        var (code, _, error) = Run(list);

        Assert.Equal(3, code);
        Assert.Contains(place, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconcile_BadInputOrNoFile_IsThreeOrOne()
    {
        Assert.Equal(3, Run(Csv(_kept), partner: "Ziekenhuis Noord").Code);
        Assert.Equal(3, Run(Csv(_kept), until: "straks").Code);
        Assert.Equal(1, AuditReconcileCommand.Run(new ReconcileInput("ashg-noord", Path.Combine(_folder, "none"), Database, null, null, false), TextReader.Null, TextWriter.Null, TextWriter.Null));
        Assert.Equal(1, AuditReconcileCommand.Run(new ReconcileInput("ashg-noord", "-", Database + ".none", null, null, false), TextReader.Null, TextWriter.Null, TextWriter.Null));
    }

    private List<ExchangeRecord> Rewritten(string how)
    {
        var records = _kept.Select((k, i) => Record("ziekenhuis-noord", k.Digest, Noon.AddMinutes(i)) with { Transaction = k.Receipt.Transaction }).ToList();
        switch (how)
        {
            case "deletion":
                records.RemoveAt(2);
                break;
            case "reordering":
                (records[2], records[3]) = (records[3], records[2]);
                break;
            case "truncation":
                records.RemoveRange(4, 2);
                break;
            case "tail":
                records.RemoveRange(4, 2);
                records.AddRange(Enumerable.Range(0, 2).Select(i => Record("ziekenhuis-noord", new string('7', 64), Noon.AddMinutes(4 + i))));
                break;
            default:
                records[2] = records[2] with { Outcome = "refused" };
                break;
        }

        return records;
    }

    private static ExchangeRecord Record(string caller, string digest, DateTimeOffset time) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(),
        Time = time,
        Caller = caller,
        Outcome = "released",
        BodyDigest = digest,
        Views = [new RecordView("ziekenhuis-noord", [], []), new RecordView("ashg-noord", [], [])],
    };

    private static string Csv(IEnumerable<(AuditReceipt Receipt, string Digest)> kept) =>
        "transaction,digest,index,leaf\n" + string.Concat(kept.Select(static k => $"{k.Receipt.Transaction},{k.Digest},{k.Receipt.Index},{k.Receipt.Leaf}\n"));

    private static string Json(IEnumerable<(AuditReceipt Receipt, string Digest)> kept) =>
        string.Concat(kept.Select(static k => $$"""{"transaction":"{{k.Receipt.Transaction}}","digest":"{{k.Digest}}","index":{{k.Receipt.Index}},"leaf":"{{k.Receipt.Leaf}}"}""" + "\n"));

    private (int Code, string Output, string Error) Run(string list, string partner = "ziekenhuis-noord", string? until = null, bool json = false, string? database = null)
    {
        using var input = new StringReader(list);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = AuditReconcileCommand.Run(new ReconcileInput(partner, "-", database ?? Database, null, until, json), input, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Text of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
