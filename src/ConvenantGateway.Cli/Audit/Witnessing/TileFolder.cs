using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Cli.Audit;

/// <summary>Hash tiles as files, under the names that they have at the gateway (C2SP tlog-tiles): <c>0/x001/234</c>, <c>0/000.p/17</c>. They need not be trusted.</summary>
/// <param name="folder">The folder that stands for <c>/log/tile</c>.</param>
internal sealed class TileFolder(string folder) : ITreeHashes
{
    /// <summary>The address of a tile below <c>/log/tile</c>.</summary>
    public static string PathOf(int level, long index, int width)
    {
        var digits = index.ToString("D3", CultureInfo.InvariantCulture);
        while (digits.Length % 3 != 0)
        {
            digits = "0" + digits;
        }

        var parts = Enumerable.Range(0, digits.Length / 3).Select(i => digits.Substring(3 * i, 3)).ToArray();
        var name = string.Join('/', parts.Select((p, i) => i < parts.Length - 1 ? $"x{p}" : p));
        return string.Create(CultureInfo.InvariantCulture, $"{level}/{name}{(width < HashTile.Width ? $".p/{width}" : "")}");
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(int level, long start, int count)
    {
        var tile = PathOf(level, start / HashTile.Width, count);
        var path = Path.Combine(folder, tile);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new InvalidDataException($"the tile `{tile}` is needed and not there");
    }
}
