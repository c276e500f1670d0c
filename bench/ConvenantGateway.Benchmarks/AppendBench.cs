using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks;

/// <summary>
/// P8 (append): the log's group commit against the engine's own group commit of the same rows, without tree, signature, receipt and encryption. Judged by ratio: rounds are interleaved and each
/// ratio is taken within its round.
/// </summary>
internal static class AppendBench
{
    private const int Rounds = 7;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Runs and prints the table.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            await output.WriteLineAsync("append: records/s, median of 7 interleaved rounds of 1 s");
            await output.WriteLineAsync("producers      log   engine   ratio (goal 0.80)");
            await using var gateway = SqliteGateway.Open(
                new SqliteGatewayOptions { DataDirectory = Path.Combine(folder, "log"), LogOrigin = "convenantgateway.nl/log/bench" }, TimeProvider.System);
            using var engine = new EngineGroupCommit(Path.Combine(folder, "engine.db"));
            await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), 32);
            await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), 32);
            foreach (var producers in (int[])[1, 32, 128])
            {
                var (ours, theirs, ratios) = (new List<double>(), new List<double>(), new List<double>());
                for (var i = 0; i < Rounds; i++)
                {
                    ours.Add(await MeasureAsync(() => gateway.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None).AsTask(), producers));
                    theirs.Add(await MeasureAsync(() => engine.AppendAsync(AppendSample.Rows()), producers));
                    ratios.Add(ours[i] / theirs[i]);
                }

                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{producers,9} {Median(ours),8:F0} {Median(theirs),8:F0} {Median(ratios),7:F2}"));
            }

            var verified = await gateway.Reading.VerifyAsync(CancellationToken.None);
            await output.WriteLineAsync($"the log verifies: {verified.IsValid}, {verified.TreeSize} records");
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

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
