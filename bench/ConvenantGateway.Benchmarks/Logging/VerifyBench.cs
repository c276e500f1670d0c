using ConvenantGateway.Audit;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks.Logging;

/// <summary>
/// Verification: records per second of one core, everything recomputed: leaves, search columns, sealed views, entries by person, tiles, and the signature and root of every stored checkpoint. The log is made by
/// many producers at once, as a busy node makes it.
/// </summary>
internal static class VerifyBench
{
    private const int Producers = 256;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            var key = await FillAsync(folder, options.IsQuick ? 50_000 : 400_000);
            using var database = LogDatabase.Open(Path.Combine(folder, "convenant.db"));
            var perSecond = new Samples();
            LogVerification? last = null;
            for (var i = 0; i < options.Rounds; i++)
            {
                var began = ThreadCpu.Nanoseconds();
                last = database.Verify(key, CancellationToken.None);
                perSecond.Add(last.TreeSize / ((ThreadCpu.Nanoseconds() - began) / 1e9));
            }

            GoalTable.Print(
                output,
                "verify",
                [new("records per second of one core", "none: a figure", perSecond, new("V1", 200_000, true), $"{Row.Figure(perSecond.Median)} per s")],
                [$"the log verifies: {last?.IsValid}, {last?.TreeSize} records"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<VerifierKey> FillAsync(string folder, int records)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = folder, LogOrigin = "convenantgateway.nl/log/bench" }, TimeProvider.System);
        await AppendSample.FillAsync(gateway, records, Producers);
        return VerifierKey.TryParse(gateway.Reading.VerifierKey, out var key) ? key : throw new BenchFailedException("the log has no key");
    }
}
