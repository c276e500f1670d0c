using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Ids of AuditEvents: one AES block that holds the log index and the place of the betrokkene, under a key per organisation. The same event always has the same id; an id tells nothing of how many records lie
/// between two, and works for nobody else. Thread safe.
/// </summary>
/// <param name="key">32 bytes, kept as long as the log.</param>
public sealed class AuditEventIds(ReadOnlyMemory<byte> key)
{
    private const int Block = 16;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The id: 32 lower-case hex characters.</summary>
    /// <param name="organisation">Whose view.</param>
    /// <param name="index">The leaf's index.</param>
    /// <param name="place">The place of the betrokkene, 0 to 254; 0 for a record about nobody.</param>
    public string Of(PartnerId organisation, long index, int place)
    {
        Span<byte> plain = stackalloc byte[Block];
        BinaryPrimitives.WriteInt64BigEndian(plain, index);
        plain[8] = checked((byte)place);
        using var aes = Cipher(organisation);
        Span<byte> block = stackalloc byte[Block];
        aes.EncryptEcb(plain, block, PaddingMode.None);
        return Convert.ToHexStringLower(block);
    }

    /// <summary>Opens an id; null if it is not one of this organisation.</summary>
    public (long Index, int Place)? Open(PartnerId organisation, string id)
    {
        Span<byte> block = stackalloc byte[Block];
        if (id.Length != 2 * Block || id.AsSpan().ContainsAnyExcept(LowerHex)
            || Convert.FromHexString(id, block, out _, out _) != OperationStatus.Done)
        {
            return null;
        }

        Span<byte> plain = stackalloc byte[Block];
        using var aes = Cipher(organisation);
        aes.DecryptEcb(block, plain, PaddingMode.None);
        var index = BinaryPrimitives.ReadInt64BigEndian(plain);
        return index >= 0 && !plain[9..].ContainsAnyExcept((byte)0) ? (index, plain[8]) : null;
    }

    private Aes Cipher(PartnerId organisation)
    {
        var aes = Aes.Create();
        aes.Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 32, info: Encoding.UTF8.GetBytes($"convenantgateway auditevent id v1 {organisation.Value}"));
        return aes;
    }
}
