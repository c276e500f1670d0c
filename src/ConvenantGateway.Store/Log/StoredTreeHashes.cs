using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads tree hashes: full tiles from their rows, the rest from leaves and from the roots of the tiles below.</summary>
internal sealed class StoredTreeHashes(Database database) : ITreeHashes
{
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(int level, long start, int count)
    {
        var tile = database.Prepare("SELECT hashes FROM tile WHERE level = ?1 AND idx = ?2").Bind(1, level).Bind(2, start / HashTile.Width);
        if (tile.Step())
        {
            var hashes = tile.Bytes(0);
            tile.Reset();
            return hashes.AsMemory((int)(start % HashTile.Width) * MerkleHash.Size, count * MerkleHash.Size);
        }

        var rows = level == 0
            ? database.Prepare("SELECT hash FROM leaf WHERE idx >= ?1 AND idx < ?2 ORDER BY idx").Bind(1, start).Bind(2, start + count)
            : database.Prepare("SELECT root FROM tile WHERE idx >= ?1 AND idx < ?2 AND level = ?3 ORDER BY idx").Bind(1, start).Bind(2, start + count).Bind(3, level - 1);
        var buffer = new byte[count * MerkleHash.Size];
        var found = 0;
        while (found < count && rows.Step())
        {
            rows.Span(0).CopyTo(buffer.AsSpan(found * MerkleHash.Size, MerkleHash.Size));
            found++;
        }

        rows.Reset();
        return buffer.AsMemory(0, found * MerkleHash.Size);
    }
}
