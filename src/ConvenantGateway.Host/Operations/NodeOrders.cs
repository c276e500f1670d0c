using ConvenantGateway.Development.Operations;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Operations;

/// <summary>
/// Carries out what operators order of the log of a running node: erasures, holds, the record of a backup. Orders lie as files in <c>orders/</c> of the data directory and name persons by blind values
/// only. One caller at a time.
/// </summary>
internal sealed class NodeOrders(DeskFolder desk, LogOrders orders, TimeProvider time, ILogger<NodeOrders> logger)
{
    /// <summary>The folder of a data directory.</summary>
    public static DeskFolder DeskOf(string data) => new(Path.Combine(data, "orders"));

    /// <summary>Carries out the orders that wait, oldest first. Old ones are dropped.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CarryOutAsync()
    {
        var waiting = desk.Take<LogOrder>().Where(o => (time.GetUtcNow() - o.At).Duration() < DeskFolder.MaxAge).OrderBy(static o => o.At).ThenBy(static o => o.Id).ToList();
        foreach (var order in waiting)
        {
            var report = await orders.CarryOutAsync(order);
            NodeOrdersLog.CarriedOut(logger, order.Kind, report.Outcome, report.Index);
            desk.Answer(order.Id, report);
        }

        return waiting.Count;
    }
}
