namespace ConvenantGateway.Audit;

/// <summary>A view as it is stored beside the leaf.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Envelope">The sealed bytes, whose SHA-256 stands in the leaf: version 1, retention class, number of persons, their blind values of 16 bytes each, nonce (12), ciphertext, tag (16).
/// What stands before the nonce is authenticated too.</param>
/// <param name="Persons">The blind values: where the search columns come from, and what the verifier compares them with.</param>
public sealed record SealedView(string Viewer, ReadOnlyMemory<byte> Envelope, IReadOnlyList<ReadOnlyMemory<byte>> Persons);
