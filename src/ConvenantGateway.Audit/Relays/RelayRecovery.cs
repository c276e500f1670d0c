namespace ConvenantGateway.Audit;

/// <summary>
/// After a crash: a relay whose intent is on disk and whose outcome is not may have reached its receiver. It gets the outcome <c>unknown</c>, with what the intent released, so that it counts as a disclosure wherever
/// disclosures are counted. Thread safe; run once, at start, before anything is served.
/// </summary>
/// <param name="relays">The open relays.</param>
/// <param name="log">The log.</param>
/// <param name="time">The clock.</param>
public sealed class RelayRecovery(IOpenRelays relays, IAuditLog log, TimeProvider time)
{
    /// <summary>The outcome that stands in the record.</summary>
    public const string Unknown = "unknown";

    /// <summary>Writes the missing outcomes.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="AuditUnavailableException">One could not be made durable: the node must not serve. Running again continues.</exception>
    public async Task<int> CloseAsync(CancellationToken cancellation)
    {
        var open = await relays.ListAsync(cancellation);
        foreach (var intent in open)
        {
            await log.AppendAsync(Outcome(intent), null, cancellation);
        }

        return open.Count;
    }

    private ExchangeRecord Outcome(ExchangeRecord intent) => intent with
    {
        Type = RecordType.RelayOutcome,
        Time = time.GetUtcNow(),
        Outcome = Unknown,
        Status = 0,
        Views = [.. intent.Views.Select(static v => v with { Values = [.. v.Values, new RecordValue("relay", Unknown)] })],
    };
}
