using System.Diagnostics;
using ConvenantGateway.Audit;
using ConvenantGateway.Benchmarks.EndToEnd;
using ConvenantGateway.Benchmarks.Filtering;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks.Logging;

/// <summary>The memory of a node with a large log: after its start, which verifies the newest stretch, and after it served. Not part of <c>all</c>: ten million records take a quarter of an hour and 35 GiB.</summary>
internal static class NodeBench
{
    private const int Producers = 2048;
    private const int Reads = 2000;

    /// <summary>Builds, measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            var certificates = Path.Combine(folder, "certs");
            DevelopmentWorld.Ensure(certificates, TimeProvider.System.GetUtcNow());
            var records = options.IsQuick ? 200_000 : 10_000_000;
            var watch = Stopwatch.StartNew();
            await FillAsync(Path.Combine(folder, "data"), records);
            var built = watch.Elapsed;
            var program = Path.Combine(RepositoryFolder.Root, "src", "ConvenantGateway.Host", "bin", "Release", "net10.0", "ConvenantGateway.Host.dll");

            // The first start proves and activates the policy set; what is measured is a node that starts again.
            (await Gateway.StartAsync(folder, certificates, program)).Gateway.Dispose();
            var (gateway, ready) = await Gateway.StartAsync(folder, certificates, program);
            using (gateway)
            {
                var (started, served) = (new Samples(), new Samples());
                started.Add(gateway.Process.ResidentMebibytes());
                var reference = (await gateway.PushAsync([("urn:uuid:00000000-0000-4000-8000-000000000001", SyntheticFhir.Patient(1))], "node"))[0];
                for (var i = 0; i < Reads; i++)
                {
                    await gateway.ReadAsync(reference);
                }

                served.Add(gateway.Process.ResidentMebibytes());
                GoalTable.Print(
                    output,
                    "node",
                    [
                        new("MiB resident after the start", "limit", started, new Goal("node", 250, false), ""),
                        new($"MiB resident after {Reads} tokens and reads", "limit", served, new Goal("node", 250, false), ""),
                    ],
                    [$"{records} records written in {built.TotalSeconds:F0} s, {new FileInfo(Path.Combine(folder, "data", "convenant.db")).Length >> 20} MiB; ready after {ready.TotalSeconds:F1} s"]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string folder, int records)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = folder, LogOrigin = "convenantgateway.nl/log/noord", Log = new AuditLogOptions { QueueCapacity = Producers * 2 } }, TimeProvider.System);
        await AppendSample.FillAsync(gateway, AppendSample.Record, records, Producers);
    }
}
