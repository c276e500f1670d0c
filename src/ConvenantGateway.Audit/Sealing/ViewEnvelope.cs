namespace ConvenantGateway.Audit;

/// <summary>The layout of sealed bytes. Pure; thread safe.</summary>
public static class ViewEnvelope
{
    /// <summary>The length of a blind value, in bytes.</summary>
    public const int BlindSize = 16;

    internal const byte Version = 1;
    internal const int FixedHeader = 3;
    internal const int NonceSize = Aes256Gcm.NonceSize;
    internal const int TagSize = Aes256Gcm.TagSize;

    /// <summary>The blind values in the header, without any key.</summary>
    /// <exception cref="InvalidDataException">The bytes are not an envelope.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Persons(ReadOnlyMemory<byte> envelope)
    {
        var header = HeaderLength(envelope.Span);
        var persons = new ReadOnlyMemory<byte>[envelope.Span[2]];
        for (var i = 0; i < persons.Length; i++)
        {
            persons[i] = envelope.Slice(FixedHeader + (i * BlindSize), BlindSize);
        }

        return header > 0 ? persons : [];
    }

    /// <summary>The class in the header, without any key.</summary>
    /// <exception cref="InvalidDataException">The bytes are not an envelope.</exception>
    public static RetentionClass Retention(ReadOnlyMemory<byte> envelope) => HeaderLength(envelope.Span) > 0 ? (RetentionClass)envelope.Span[1] : default;

    /// <summary>The same, side by side: a multiple of <see cref="BlindSize"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not an envelope.</exception>
    public static ReadOnlySpan<byte> PersonsSpan(ReadOnlySpan<byte> envelope) => envelope[FixedHeader..HeaderLength(envelope)];

    internal static int HeaderLength(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < FixedHeader || envelope[0] != Version || envelope.Length < FixedHeader + (envelope[2] * BlindSize) + NonceSize + TagSize)
        {
            throw new InvalidDataException("the sealed values of a record are not an envelope of version 1");
        }

        return FixedHeader + (envelope[2] * BlindSize);
    }
}
