namespace ConvenantGateway.Exchange;

/// <summary>A co-signature that is stored with its record. Immutable.</summary>
/// <param name="Witness">The partner or officer that co-signed.</param>
/// <param name="Key">The name of its key.</param>
/// <param name="Size">The size of the tree.</param>
/// <param name="SignedAt">When, by the witness's clock, UTC, whole seconds.</param>
/// <param name="Line">The signature line, without its end.</param>
public sealed record WitnessedCheckpoint(string Witness, string Key, long Size, DateTimeOffset SignedAt, string Line);
