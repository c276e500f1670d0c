using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>What a leaf says of a view: who may see it, the digest of the sealed bytes beside the leaf, and a commitment per value. No values.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Ciphertext">SHA-256 of the sealed bytes, lower-case hex.</param>
/// <param name="Commitments">In the order of the values.</param>
public sealed record LeafView(string Viewer, string Ciphertext, ImmutableArray<LeafCommitment> Commitments);
