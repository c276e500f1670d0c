using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks.Torture;

/// <summary>The process that is tortured: appends from eight producers, with companion writes, and prints <c>index leaf</c> of every receipt it holds. Never ends by itself.</summary>
internal static class TortureChild
{
    /// <summary>The log's name.</summary>
    public const string Origin = "convenantgateway.nl/log/torture";

    private const int Producers = 8;

    /// <summary>Runs it.</summary>
    /// <param name="place">The folder or connection string.</param>
    public static async Task RunAsync(string place)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = Origin }, TimeProvider.System);
        var caller = PartnerId.Parse("ziekenhuis-noord");
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var record = AppendSample.Record();
                string line;
                try
                {
                    var receipt = await gateway.Log.AppendAsync(record, new StoreWrites { Claim = (caller, record.Transaction) }, CancellationToken.None);
                    line = $"{receipt.Index} {receipt.Leaf}";
                }
                catch (AuditUnavailableException)
                {
                    line = "refused";
                    await Task.Delay(5);
                }

                lock (gate)
                {
                    Console.Out.WriteLine(line);
                    Console.Out.Flush();
                }
            }
        })));
    }
}
