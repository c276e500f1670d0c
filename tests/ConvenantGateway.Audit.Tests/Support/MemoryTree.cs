namespace ConvenantGateway.Audit.Tests;

/// <summary>A tree with its tiles kept as a store keeps them.</summary>
internal sealed class MemoryTree : ITreeHashes
{
    private readonly List<List<byte[]>> _levels = [[]];

    public TreeState State { get; } = new();

    public void Append(byte[] leafHash)
    {
        _levels[0].Add(leafHash);
        foreach (var tile in State.Append(leafHash))
        {
            if (_levels.Count == tile.Level + 1)
            {
                _levels.Add([]);
            }

            Assert.Equal(tile.Index, _levels[tile.Level + 1].Count);
            Assert.Equal(Read(tile.Level, tile.Index * 256, 256), tile.Hashes);
            _levels[tile.Level + 1].Add(tile.Root.ToArray());
        }
    }

    public ReadOnlyMemory<byte> Read(int level, long start, int count) =>
        level < _levels.Count ? _levels[level][(int)start..Math.Min((int)start + count, _levels[level].Count)].SelectMany(static h => h).ToArray() : ReadOnlyMemory<byte>.Empty;
}
