using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>Co-signs checkpoints (C2SP tlog-cosignature). It checks nothing: that is <see cref="WitnessCheck"/>. Thread safe.</summary>
public sealed class WitnessSigner
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly Ed25519PrivateKey _key;

    /// <summary>Makes a signer.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="seed">The 32-byte private key (RFC 8032).</param>
    public WitnessSigner(string name, ReadOnlySpan<byte> seed)
    {
        _key = new Ed25519PrivateKey(seed);
        Key = new WitnessKey(name, _key.PublicKey());
    }

    /// <summary>The key that verifies what this signs.</summary>
    public WitnessKey Key { get; }

    /// <summary>Reads a key file: <c>PRIVATE+KEY+name+hash+base64(0x04, seed)</c> (C2SP signed-note); false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WitnessSigner? signer)
    {
        signer = null;
        var line = (text ?? "").Trim();
        var parts = line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..].Split('+', 3) : [];
        Span<byte> bytes = stackalloc byte[64];
        if (parts.Length != 3 || parts[0].Length == 0 || parts[0].AsSpan().ContainsAny(" \n\r\t")
            || !Convert.TryFromBase64String(parts[2], bytes, out var written) || written != 33 || bytes[0] != WitnessKey.Algorithm)
        {
            return false;
        }

        var found = new WitnessSigner(parts[0], bytes[1..33]);
        signer = parts[1] == Convert.ToHexStringLower(found.Key.KeyId.Span) ? found : null;
        return signer is not null;
    }

    /// <summary>The signature line for a checkpoint, with its end.</summary>
    /// <param name="checkpoint">The text of the checkpoint: the lines before the empty one.</param>
    /// <param name="at">When.</param>
    public string Cosign(string checkpoint, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds();
        var message = WitnessKey.Message(checkpoint, seconds);
        var line = new byte[4 + 8 + Ed25519PublicKey.SignatureSize];
        Key.KeyId.Span.CopyTo(line);
        BinaryPrimitives.WriteInt64BigEndian(line.AsSpan(4), seconds);
        _key.Sign(message, line.AsSpan(12));
        return $"\u2014 {Key.Name} {Convert.ToBase64String(line)}\n";
    }

    /// <summary>The note with the co-signature added as its last line.</summary>
    /// <param name="note">A signed checkpoint, ending in a newline.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">It is no signed note.</exception>
    public byte[] Add(ReadOnlySpan<byte> note, DateTimeOffset at) => SignedNote.TrySplit(note, out var text, out _)
        ? [.. note, .. Encoding.UTF8.GetBytes(Cosign(text, at))]
        : throw new ArgumentException("not a signed note", nameof(note));
}
