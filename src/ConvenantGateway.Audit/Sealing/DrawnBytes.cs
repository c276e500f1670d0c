using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>Random bytes of the system, drawn at once for all views of a record: a call takes longer than the bytes. No byte is given out twice. Not thread safe.</summary>
/// <param name="size">How many will be asked for.</param>
internal sealed class DrawnBytes(int size)
{
    private readonly byte[] _bytes = Drawn(size);
    private int _given;

    /// <summary>Fills a part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More is asked for than was drawn.</exception>
    public void Fill(Span<byte> part, object? state)
    {
        _bytes.AsSpan(_given, part.Length).CopyTo(part);
        _given += part.Length;
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(_bytes);

    private static byte[] Drawn(int size)
    {
        var bytes = new byte[size];
        SystemRandom.Fill(bytes);
        return bytes;
    }
}
