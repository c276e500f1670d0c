using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>The verifier key of a witness (C2SP tlog-cosignature, type 0x04, Ed25519): <c>name+hash+base64</c>. What it signs can be no checkpoint of a log: the texts differ. Immutable; thread safe.</summary>
public sealed class WitnessKey
{
    internal const byte Algorithm = 4;
    private readonly Ed25519PublicKey _key;

    /// <summary>Makes a key from its parts.</summary>
    /// <param name="name">The key's name, without spaces and plus signs.</param>
    /// <param name="publicKey">32 bytes.</param>
    public WitnessKey(string name, ReadOnlySpan<byte> publicKey)
    {
        KeyId = NoteKeyText.IdOf(name, Algorithm, publicKey);
        Name = name;
        PublicKey = publicKey.ToArray();
        _key = new Ed25519PublicKey(publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The 32 bytes of the public key.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ 0x04 ‖ public key).</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>Parses <c>name+hash+base64</c>; false for anything else, and where the hash is not that of the key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WitnessKey? key)
    {
        key = null;
        if (!NoteKeyText.TryParse(text, Algorithm, out var name, out var publicKey))
        {
            return false;
        }

        key = new WitnessKey(name, publicKey);
        return true;
    }

    /// <summary>The newest co-signature of this key on a note; false if there is none that verifies. Lines of other keys are passed over; a line of this key that does not verify spoils the note.</summary>
    /// <param name="note">The exact bytes: a checkpoint with signature lines.</param>
    /// <param name="cosignature">The co-signature.</param>
    public bool TryOpen(ReadOnlySpan<byte> note, [NotNullWhen(true)] out Cosignature? cosignature)
    {
        cosignature = null;
        if (!SignedNote.TrySplit(note, out var text, out var lines))
        {
            return false;
        }

        Cosignature? newest = null;
        foreach (var line in lines)
        {
            if (line.Name != Name || !line.Bytes.Span[..4].SequenceEqual(KeyId.Span))
            {
                continue;
            }

            if (line.Bytes.Length != 4 + 8 + Ed25519PublicKey.SignatureSize || !Verify(text, line.Bytes.Span))
            {
                return false;
            }

            var time = BinaryPrimitives.ReadInt64BigEndian(line.Bytes.Span[4..]);
            newest = newest is null || time > newest.UnixSeconds ? new Cosignature(this, text, time, line.Line) : newest;
        }

        cosignature = newest;
        return newest is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => NoteKeyText.Of(Name, Algorithm, KeyId, PublicKey);

    internal static byte[] Message(string checkpoint, long unixSeconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {unixSeconds}\n{checkpoint}"));

    private bool Verify(string checkpoint, ReadOnlySpan<byte> line)
    {
        var time = BinaryPrimitives.ReadInt64BigEndian(line[4..]);
        var message = Message(checkpoint, time);
        return time >= 0 && _key.Verify(message, line[12..]);
    }
}
