namespace ConvenantGateway.Exchange;

/// <summary>What the log holds of an exchange that a partner itself made. Immutable.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Log">The log's origin.</param>
/// <param name="Index">The leaf's index.</param>
/// <param name="Leaf">The leaf hash, lower-case hex.</param>
/// <param name="BodyDigest">SHA-256 of the answer that was released, lower-case hex.</param>
public sealed record RecordedExchange(Guid Transaction, string Log, long Index, string Leaf, string BodyDigest);
