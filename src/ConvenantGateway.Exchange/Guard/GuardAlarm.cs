using System.Diagnostics.Metrics;
using ConvenantGateway.Policy;
using Microsoft.Extensions.Logging;

namespace ConvenantGateway.Exchange;

/// <summary>Alarms of the guard outside the record: a warning and a count, with the step and the category only. Thread safe.</summary>
public sealed partial class GuardAlarm(ILogger<GuardAlarm> logger) : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ConvenantGateway.Guard";

    private readonly Meter _meter = new(MeterName);
    private Counter<long>? _hits;

    /// <summary>Sounds one alarm.</summary>
    /// <param name="by">The kind of exchange: <c>push</c>, <c>read</c>, <c>search</c>, <c>status</c>.</param>
    /// <param name="transaction">The transaction, to find the record by.</param>
    /// <param name="category">What was told.</param>
    public void Sound(string by, Guid transaction, CategorySet category)
    {
        _hits ??= _meter.CreateCounter<long>("convenant.guard.hits", "{resource}", "Resources stopped by the safe-contact guard.");
        _hits.Add(1, new KeyValuePair<string, object?>("by", by));
        Stopped(logger, by, transaction, category.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    [LoggerMessage(EventId = 2101, EventName = "GuardStopped", Level = LogLevel.Warning, Message = "the safe-contact guard stopped a resource of a {By} in {Transaction}: {Category}")]
    private static partial void Stopped(ILogger logger, string by, Guid transaction, string category);
}
