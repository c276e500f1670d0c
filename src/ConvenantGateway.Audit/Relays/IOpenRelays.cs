namespace ConvenantGateway.Audit;

/// <summary>Relays that were begun and of whose outcome no record speaks: their process ended in between. For the node itself, at start. Thread safe.</summary>
public interface IOpenRelays
{
    /// <summary>Lists them, oldest first.</summary>
    /// <returns>The records of the intents, with every view opened; a view whose values were erased has none.</returns>
    ValueTask<IReadOnlyList<ExchangeRecord>> ListAsync(CancellationToken cancellation);
}
