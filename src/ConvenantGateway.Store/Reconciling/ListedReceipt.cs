namespace ConvenantGateway.Store;

/// <summary>A receipt as a partner kept it.</summary>
/// <param name="Line">Its line in the partner's list, from 1.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Digest">SHA-256 of what it received, lower-case hex.</param>
/// <param name="Index">The leaf's index; null where it was not kept.</param>
/// <param name="Leaf">The leaf hash, lower-case hex; empty where it was not kept.</param>
public sealed record ListedReceipt(long Line, Guid Transaction, string Digest, long? Index, string Leaf);
