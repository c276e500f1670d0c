namespace ConvenantGateway.Audit;

/// <summary>The trees whose checkpoints a key signs. Immutable.</summary>
/// <param name="Key">The key; its name is the origin that its checkpoints carry.</param>
/// <param name="From">The smallest tree size.</param>
/// <param name="Until">The largest tree size, inclusive; null while the key signs.</param>
public sealed record LogKeySpan(VerifierKey Key, long From, long? Until)
{
    /// <summary>True if the key signs a tree of this size.</summary>
    public bool Covers(long size) => size >= From && size <= (Until ?? long.MaxValue);
}
