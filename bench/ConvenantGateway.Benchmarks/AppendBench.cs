using System.Diagnostics;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Benchmarks;

/// <summary>
/// P8 (append): the log's group commit against the engine's own group commit of the same rows, without tree, signature, receipt and encryption, on both engines. Judged by ratio: rounds are interleaved and
/// each ratio is taken within its round.
/// </summary>
internal static class AppendBench
{
    // Short and many: what else the machine does lasts longer than a round, and is then in both sides of a ratio.
    private const int Shorter = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1) / Shorter;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            using var engine = new SqliteGroupCommit(Path.Combine(folder, "engine.db"));
            await CompareAsync(Path.Combine(folder, "log"), engine, "append", options, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        if (!Directory.Exists("/usr/lib/postgresql"))
        {
            throw new BenchFailedException("PostgreSQL is not installed");
        }

        using var cluster = PostgresCluster.Start("shared_buffers = 512MB");
        using var postgres = new PostgresGroupCommit(cluster.ConnectionString(cluster.NewDatabase()));
        await CompareAsync(cluster.ConnectionString(cluster.NewDatabase()), postgres, "append, PostgreSQL", options, output);
    }

    private static async Task CompareAsync(string place, IGroupCommit engine, string title, BenchOptions options, TextWriter output)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = "convenantgateway.nl/log/bench" }, TimeProvider.System);
        await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), 32);
        await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), 32);
        var rows = new List<Row>();
        foreach (var producers in (int[])[1, 32, 128, 512])
        {
            var (ours, theirs) = (new Samples(), new Samples());
            for (var i = 0; i < options.Rounds * Shorter; i++)
            {
                ours.Add(await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), producers));
                theirs.Add(await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), producers));
            }

            rows.Add(new(
                $"records/s, {producers} producers",
                engine.Name,
                ours.Over(theirs),
                new("P8", 0.8, true),
                $"{Row.Figure(ours.Median)} / {Row.Figure(theirs.Median)} per s"));
        }

        var verified = await gateway.Reading.VerifyAsync(CancellationToken.None);
        GoalTable.Print(output, title, rows, [$"rounds of {Round.TotalSeconds} s; the log verifies: {verified.IsValid}, {verified.TreeSize} records"]);
    }

    private static async Task<double> MeasureAsync(Func<Task> append, int producers)
    {
        var count = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Round)
            {
                await append();
                Interlocked.Increment(ref count);
            }
        })));
        return count / watch.Elapsed.TotalSeconds;
    }
}
