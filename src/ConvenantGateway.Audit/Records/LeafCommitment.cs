using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>A commitment to one value, as it stands in the leaf.</summary>
/// <param name="Field">The field's name, in clear.</param>
/// <param name="Digest">SHA-256(salt ‖ field ‖ value), lower-case hex. The field is known from the leaf, so the seam is not ambiguous.</param>
public readonly record struct LeafCommitment(string Field, string Digest)
{
    /// <summary>The length of a salt, in bytes.</summary>
    public const int SaltSize = 16;

    /// <summary>Commits to a value.</summary>
    /// <param name="salt">16 random bytes.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The value.</param>
    public static LeafCommitment To(ReadOnlySpan<byte> salt, string field, string value)
    {
        var length = SaltSize + Encoding.UTF8.GetByteCount(field) + Encoding.UTF8.GetByteCount(value);
        var input = length <= 1024 ? stackalloc byte[length] : new byte[length];
        salt.CopyTo(input);
        var at = SaltSize + Encoding.UTF8.GetBytes(field, input[SaltSize..]);
        Encoding.UTF8.GetBytes(value, input[at..]);
        Span<byte> digest = stackalloc byte[32];
        ShortHash.Sha256(input, digest);
        return new LeafCommitment(field, Convert.ToHexStringLower(digest));
    }
}
