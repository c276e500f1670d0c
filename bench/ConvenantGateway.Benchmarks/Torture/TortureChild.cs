using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks.Torture;

/// <summary>
/// The process that is tortured: appends with companion writes, in turn from one producer, which then commits itself, and from eight, and prints <c>index leaf</c> of every receipt it holds. Never ends by itself.
/// </summary>
internal static class TortureChild
{
    /// <summary>The log's name.</summary>
    public const string Origin = "convenantgateway.nl/log/torture";

    private const int Producers = 8;

    // Of so many appends of the first producer, the others stand beside it in the last: as many receipts of one producer as of eight.
    private const int Cycle = 72;
    private const int Alone = 64;

    /// <summary>Runs it.</summary>
    /// <param name="place">The folder or connection string.</param>
    public static async Task RunAsync(string place)
    {
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = Origin }, TimeProvider.System);
        var caller = PartnerId.Parse("ziekenhuis-noord");
        var gate = new Lock();
        var appends = 0;
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(producer => Task.Run(async () =>
        {
            while (true)
            {
                if (producer == 0)
                {
                    Interlocked.Increment(ref appends);
                }
                else if (Volatile.Read(ref appends) % Cycle < Alone)
                {
                    await Task.Delay(1);
                    continue;
                }

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
