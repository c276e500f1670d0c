using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A policy folder (and overlay) read into memory: path inside the root with forward slashes → bytes. Whoever reads the disk makes this; Policy does no I/O.</summary>
/// <param name="Files">The files; an overlay's file replaces none of the root's: a path in both is an error.</param>
public sealed record PolicyFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files);
