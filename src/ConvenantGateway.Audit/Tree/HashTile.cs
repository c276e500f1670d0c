namespace ConvenantGateway.Audit;

/// <summary>A full hash tile (C2SP tlog-tiles): 256 hashes and the root over them, which is one hash of the level above.</summary>
/// <param name="Level">0 for leaf hashes.</param>
/// <param name="Index">The tile's index within its level, 0-based.</param>
/// <param name="Root">32 bytes.</param>
/// <param name="Hashes">256 × 32 bytes.</param>
public sealed record HashTile(int Level, long Index, ReadOnlyMemory<byte> Root, ReadOnlyMemory<byte> Hashes)
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Width = 256;
}
