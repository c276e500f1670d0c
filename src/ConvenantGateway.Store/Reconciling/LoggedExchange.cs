namespace ConvenantGateway.Store;

/// <summary>An exchange of a partner as the log has it, everything taken from the leaf's bytes.</summary>
/// <param name="Index">The index under which it is stored.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Digest">SHA-256 of what was released, lower-case hex.</param>
/// <param name="Leaf">The leaf hash, computed, lower-case hex.</param>
/// <param name="Time">When, UTC.</param>
public sealed record LoggedExchange(long Index, Guid Transaction, string Digest, string Leaf, DateTimeOffset Time);
