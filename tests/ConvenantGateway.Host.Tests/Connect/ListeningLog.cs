using System.Collections.Concurrent;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>The real log, with a copy of what went in.</summary>
internal sealed class ListeningLog(IAuditLog log, ConcurrentQueue<ExchangeRecord> records) : IAuditLog
{
    public bool IsHealthy => log.IsHealthy;

    public async ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion, CancellationToken shutdown)
    {
        var receipt = await log.AppendAsync(record, companion, shutdown);
        records.Enqueue(record);
        return receipt;
    }
}
