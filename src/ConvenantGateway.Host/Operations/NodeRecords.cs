using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;

namespace ConvenantGateway.Host.Operations;

/// <summary>
/// Records start and stop of the node, before the start every key that the log got since the last one, and after a crash the outcome of relays that were under way. A node that cannot record its start does not serve.
/// </summary>
internal sealed partial class NodeRecords(
    IAuditLog log, ILogReading reading, ILogCheck check, RelayRecovery relays, TlsMaterialHolder tls, IActivePolicy policy, TimeProvider time, ILogger<NodeRecords> logger) : IHostedLifecycleService
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await RecordKeysAsync(cancellationToken);
        await RecordAsync(RecordType.Start, "started", TlsNames.Of(tls.Current));
        await relays.CloseAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RecordAsync(RecordType.Stop, "stopped");
        }
        catch (AuditUnavailableException e)
        {
            // A start without a stop before it: the log itself shows that this end was not in order.
            LogUnrecorded(e);
        }
    }

    /// <summary>Every key that the log has must stand in it: a first start may have ended before it was recorded, and a key is rotated while no node runs.</summary>
    private async Task RecordKeysAsync(CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var viewer in NodeRecord.Operators(policy.Current.Snapshot))
        {
            IReadOnlyList<VisibleRecord> page;
            long? before = null;
            do
            {
                page = await reading.ListAsync(viewer, new RecordQuery { Types = [RecordType.KeyChange], Before = before, Limit = PageSize }, cancellation);
                known.UnionWith(page.SelectMany(static r => r.Values).Where(static v => v.Field == "log-key").Select(static v => v.Value));
                before = page.Count > 0 ? page[^1].Index : null;
            }
            while (page.Count == PageSize);
        }

        var previous = "";
        foreach (var key in await check.KeysAsync(cancellation))
        {
            if (known.Add(key))
            {
                await RecordAsync(RecordType.KeyChange, previous.Length == 0 ? "made" : "rotated", new RecordValue("log-key", key), new RecordValue("previous-log-key", previous));
            }

            previous = key;
        }
    }

    private async Task RecordAsync(RecordType type, string outcome, params ImmutableArray<RecordValue> values) =>
        await log.AppendAsync(NodeRecord.Of(type, outcome, policy.Current.Snapshot, time.GetUtcNow(), values), null, CancellationToken.None);

    [LoggerMessage(EventId = 3107, EventName = "StopUnrecorded", Level = LogLevel.Error, Message = "the stop could not be recorded")]
    private partial void LogUnrecorded(Exception error);
}
