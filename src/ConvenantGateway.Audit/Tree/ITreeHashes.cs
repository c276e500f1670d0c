namespace ConvenantGateway.Audit;

/// <summary>Reads stored tree hashes: those at heights that are a multiple of eight, as tiles hold them.</summary>
public interface ITreeHashes
{
    /// <summary>Consecutive hashes of one tile level, 32 bytes each; shorter than asked where the tree ends.</summary>
    /// <param name="level">0 for leaf hashes, 1 for the roots of level-0 tiles, and so on.</param>
    /// <param name="start">The first hash, counted within the level.</param>
    /// <param name="count">1 to 256; the range never crosses a tile.</param>
    ReadOnlyMemory<byte> Read(int level, long start, int count);
}
