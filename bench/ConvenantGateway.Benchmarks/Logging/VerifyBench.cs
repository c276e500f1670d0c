using ConvenantGateway.Audit;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Store;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Benchmarks.Logging;

/// <summary>
/// Verification: records per second of one core, everything recomputed: leaves, search columns, sealed views, entries by person, tiles, and the signature and root of every stored checkpoint. The logs are made by
/// many producers at once, as a busy node makes them: one of records as the stories write them, one of heavier records with two views each.
/// </summary>
internal static class VerifyBench
{
    private const int Producers = 256;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var rows = new List<Row>();
        var notes = new List<string>();
        await MeasureAsync("as the stories write them", StoryRecords.Next, new("V1", 200_000, true), options, rows, notes);
        await MeasureAsync("two views each", AppendSample.Record, Goal.None, options, rows, notes);
        GoalTable.Print(output, "verify", rows, [.. notes]);
    }

    private static async Task MeasureAsync(string what, Func<ExchangeRecord> record, Goal goal, BenchOptions options, List<Row> rows, List<string> notes)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            var key = await FillAsync(folder, record, options.IsQuick ? 50_000 : 400_000);
            using var database = LogDatabase.Open(Path.Combine(folder, "convenant.db"));
            var perSecond = new Samples();
            LogVerification? last = null;
            for (var i = 0; i < options.Rounds; i++)
            {
                var began = ThreadCpu.Nanoseconds();
                last = database.Verify(key, CancellationToken.None);
                perSecond.Add(last.TreeSize / ((ThreadCpu.Nanoseconds() - began) / 1e9));
            }

            rows.Add(new($"records/s of one core, {what}", "none: a figure", perSecond, goal, $"{Row.Figure(perSecond.Median)} per s"));
            notes.Add($"{what}: the log verifies: {last?.IsValid}, {last?.TreeSize} records; {Sizes(folder)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Sizes(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "convenant.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT printf('a leaf of %d bytes, %.2f views of %d bytes, %d records per checkpoint', (SELECT avg(length(bytes)) FROM leaf), (SELECT count(*) FROM view) * 1.0 / count(*), (SELECT avg(length(sealed)) FROM view), count(*) / (SELECT count(*) FROM checkpoint)) FROM leaf";
        return (string)command.ExecuteScalar()!;
    }

    private static async Task<VerifierKey> FillAsync(string folder, Func<ExchangeRecord> record, int records)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = folder, LogOrigin = "convenantgateway.nl/log/bench" }, TimeProvider.System);
        await AppendSample.FillAsync(gateway, record, records, Producers);
        return VerifierKey.TryParse(gateway.Reading.VerifierKey, out var key) ? key : throw new BenchFailedException("the log has no key");
    }
}
