using System.Diagnostics;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks;

/// <summary>
/// P8 (append): the log's group commit against the engine's own group commit of the same rows, without tree, signature, receipt and encryption. Judged by ratio: rounds are interleaved and each
/// ratio is taken within its round.
/// </summary>
internal static class AppendBench
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            await using var gateway = SqliteGateway.Open(
                new SqliteGatewayOptions { DataDirectory = Path.Combine(folder, "log"), LogOrigin = "convenantgateway.nl/log/bench" }, TimeProvider.System);
            using var engine = new EngineGroupCommit(Path.Combine(folder, "engine.db"));
            await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), 32);
            await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), 32);
            var rows = new List<Row>();
            foreach (var producers in (int[])[1, 32, 128])
            {
                var (ours, theirs) = (new Samples(), new Samples());
                for (var i = 0; i < options.Rounds; i++)
                {
                    ours.Add(await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), producers));
                    theirs.Add(await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), producers));
                }

                rows.Add(new(
                    $"records/s, {producers} producers",
                    "SQLite group commit of the same rows",
                    ours.Over(theirs),
                    producers == 1 ? Goal.None : new("P8", 0.8, true),
                    $"{Row.Figure(ours.Median)} / {Row.Figure(theirs.Median)} per s"));
            }

            var verified = await gateway.Reading.VerifyAsync(CancellationToken.None);
            GoalTable.Print(output, "append", rows, [$"rounds of 1 s; the log verifies: {verified.IsValid}, {verified.TreeSize} records"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
