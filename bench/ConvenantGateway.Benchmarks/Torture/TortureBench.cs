using System.Diagnostics;
using ConvenantGateway.Audit;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Store;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Benchmarks.Torture;

/// <summary>
/// Kills at random moments under load, 200 times each: the gateway on SQLite, the gateway on PostgreSQL, and the server of PostgreSQL under a gateway that lives on. After each, every receipt that was printed must be
/// in the log at its index with its leaf; at the end the whole log must verify: no gap, no fork. Recovery is the time from the start (of the gateway, or of the server) to the next receipt.
/// </summary>
internal static class TortureBench
{
    private const int MostReceipts = 120;
    private const int VerifyEvery = 50;

    /// <summary>Runs all three and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var rounds = options.IsQuick ? 5 : 200;
        var folder = Directory.CreateTempSubdirectory("convenant-torture-").FullName;
        using var cluster = PostgresCluster.Start();
        try
        {
            List<Row> rows =
            [
                await KillGatewayAsync("SQLite, gateway killed", Path.Combine(folder, "log"), rounds),
                await KillGatewayAsync("PostgreSQL, gateway killed", cluster.ConnectionString(cluster.NewDatabase()), rounds),
                await KillServerAsync(cluster, cluster.ConnectionString(cluster.NewDatabase()), rounds),
            ];
            GoalTable.Print(output, "torture", rows, [$"{rounds} kills each; every receipt was in the log, every log verified whole"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Row> KillGatewayAsync(string name, string place, int rounds)
    {
        var (recovery, receipts) = (new Samples(), 0L);
        for (var round = 0; round < rounds; round++)
        {
            using var child = new TorturedProcess(place);
            child.Await(1 + Random.Shared.Next(MostReceipts));
            child.Kill();
            receipts += child.Receipts.Count;
            var watch = Stopwatch.StartNew();
            await using var store = Open(place);
            await store.Log.AppendAsync(AppendSample.Record(), null, CancellationToken.None);
            recovery.Add(watch.Elapsed.TotalMilliseconds);
            await CheckAsync(store, child, isWhole: round % VerifyEvery == VerifyEvery - 1 || round == rounds - 1);
        }

        return Result(name, recovery, receipts);
    }

    private static async Task<Row> KillServerAsync(PostgresCluster cluster, string place, int rounds)
    {
        var recovery = new Samples();
        using var child = new TorturedProcess(place);
        child.Await(1);
        for (var round = 0; round < rounds; round++)
        {
            child.Await(1 + Random.Shared.Next(MostReceipts));
            cluster.KillServer();
            var watch = Stopwatch.StartNew();
            cluster.StartServer();
            child.Await(1);
            recovery.Add(watch.Elapsed.TotalMilliseconds);
        }

        child.Kill();
        await using var store = Open(place);
        await CheckAsync(store, child, isWhole: true);
        return Result("PostgreSQL, server killed", recovery, child.Receipts.Count);
    }

    private static GatewayStore Open(string place) => GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = TortureChild.Origin }, TimeProvider.System);

    private static async Task CheckAsync(GatewayStore store, TorturedProcess child, bool isWhole)
    {
        foreach (var (index, leaf) in child.Receipts)
        {
            var record = await store.Reading.FindAsync("ashg-noord", index, CancellationToken.None);
            if (record is null || Convert.ToHexStringLower(MerkleHash.Leaf(record.Leaf.Span)) != leaf)
            {
                throw new BenchFailedException($"the receipt of record {index} is not in the log");
            }
        }

        if (isWhole && await store.Reading.VerifyAsync(CancellationToken.None) is { IsValid: false } found)
        {
            throw new BenchFailedException($"the log does not verify: {found.Findings[0]}");
        }
    }

    private static Row Result(string name, Samples recovery, long receipts) =>
        new($"{name}: recovery, ms", "none: a figure", recovery, Goal.None, $"{receipts} receipts held, slowest {Row.Figure(recovery.Rounds.Max())} ms");
}
