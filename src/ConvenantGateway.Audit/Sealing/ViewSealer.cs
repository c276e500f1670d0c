using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>
/// Seals a view: commitments for the leaf, AES-256-GCM for what stands beside it. A view about several persons is sealed under a key made from all of theirs, so that
/// destroying any one of them makes it unreadable. Thread safe.
/// </summary>
public sealed class ViewSealer(IRecordKeys keys)
{
    private const int MaxPersons = 255;

    /// <summary>How many random bytes the sealing of a view takes.</summary>
    public static int RandomSize(RecordView view) => ((view.Values.IsDefault ? 0 : view.Values.Length) * LeafCommitment.SaltSize) + ViewEnvelope.NonceSize;

    /// <summary>Seals a view with random bytes of the system.</summary>
    /// <param name="view">The view.</param>
    /// <param name="retention">How long its values are kept.</param>
    public (LeafView Leaf, SealedView Sealed) Seal(RecordView view, RetentionClass retention) => Seal(view, retention, static (bytes, _) => SystemRandom.Fill(bytes));

    /// <summary>Seals a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="retention">How long its values are kept.</param>
    /// <param name="random">Fills salts and nonce, <see cref="RandomSize"/> bytes: those of the system, drawn for all views of a record at once, unless a test fixes them.</param>
    /// <returns>What the leaf says, and what is stored beside it.</returns>
    public (LeafView Leaf, SealedView Sealed) Seal(RecordView view, RetentionClass retention, SpanAction<byte, object?> random)
    {
        var values = view.Values.IsDefault ? [] : view.Values;
        var persons = view.Persons.IsDefault ? [] : view.Persons;
        if (persons.Length > MaxPersons)
        {
            throw new ArgumentException("a view is about at most 255 persons", nameof(view));
        }

        // One call for all salts and the nonce, in that order.
        var salts = new byte[RandomSize(view)];
        random(salts, null);
        var commitments = ImmutableArray.CreateBuilder<LeafCommitment>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            commitments.Add(LeafCommitment.To(Salt(salts, i).Span, values[i].Field, values[i].Value));
        }

        var header = Header(view.Viewer, retention, persons);
        _ = TryKey(view.Viewer, header, create: true, out var key);

        // Encrypted where it was written, and wiped whatever happens.
        using var json = RecordJson.Begin();
        Plain(json, values, salts, persons);
        var plain = json.Written;
        var envelope = new byte[header.Length + ViewEnvelope.NonceSize + plain.Length + ViewEnvelope.TagSize];
        header.CopyTo(envelope, 0);
        var nonce = envelope.AsSpan(header.Length, ViewEnvelope.NonceSize);
        salts.AsSpan(salts.Length - ViewEnvelope.NonceSize).CopyTo(nonce);
        Aes256Gcm.Encrypt(key.Span, nonce, plain, envelope.AsSpan(header.Length + ViewEnvelope.NonceSize, plain.Length), envelope.AsSpan(envelope.Length - ViewEnvelope.TagSize), Bound(view.Viewer, header));
        Span<byte> digest = stackalloc byte[ShortHash.Size];
        ShortHash.Sha256(envelope, digest);
        var leaf = new LeafView(view.Viewer, Convert.ToHexStringLower(digest), commitments.MoveToImmutable());
        return (leaf, new SealedView(view.Viewer, envelope, ViewEnvelope.Persons(envelope)));
    }

    /// <summary>Unseals a view; null if its key was destroyed.</summary>
    /// <exception cref="InvalidDataException">The bytes were changed.</exception>
    public OpenedView? Open(string viewer, ReadOnlyMemory<byte> envelope)
    {
        var header = ViewEnvelope.HeaderLength(envelope.Span);
        if (!TryKey(viewer, envelope.Span, create: false, out var key))
        {
            return null;
        }

        var plain = new byte[envelope.Length - header - ViewEnvelope.NonceSize - ViewEnvelope.TagSize];
        try
        {
            var bytes = envelope.Span;
            Aes256Gcm.Decrypt(key.Span, bytes.Slice(header, ViewEnvelope.NonceSize), bytes.Slice(header + ViewEnvelope.NonceSize, plain.Length), bytes[^ViewEnvelope.TagSize..], plain, Bound(viewer, bytes[..header]));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("the sealed values of a record were changed", e);
        }

        return Read(viewer, plain);
    }

    /// <summary>The blind value of a person's handle under a viewer's search key: 16 bytes.</summary>
    public byte[] Blind(string viewer, ReadOnlySpan<byte> handle)
    {
        Span<byte> full = stackalloc byte[32];
        ShortHash.Hmac(keys.SearchKey(viewer).Span, handle, full);
        return full[..ViewEnvelope.BlindSize].ToArray();
    }

    private static ReadOnlyMemory<byte> Salt(byte[] salts, int i) => salts.AsMemory(i * LeafCommitment.SaltSize, LeafCommitment.SaltSize);

    // The viewer is bound to the ciphertext, so that a row cannot be moved to another viewer.
    private static byte[] Bound(string viewer, ReadOnlySpan<byte> header)
    {
        var bound = new byte[header.Length + Encoding.UTF8.GetByteCount(viewer)];
        header.CopyTo(bound);
        Encoding.UTF8.GetBytes(viewer, bound.AsSpan(header.Length));
        return bound;
    }

    private static void Plain(RecordJson json, ImmutableArray<RecordValue> values, byte[] salts, ImmutableArray<ReadOnlyMemory<byte>> persons)
    {
        json.Raw("{\"values\":["u8);
        for (var i = 0; i < values.Length; i++)
        {
            json.Raw(i == 0 ? "[\""u8 : ",[\""u8).Text(values[i].Field).Raw("\",\""u8).Bytes(Salt(salts, i).Span).Raw("\",\""u8).Text(values[i].Value).Raw("\"]"u8);
        }

        json.Raw("],\"persons\":["u8);
        for (var i = 0; i < persons.Length; i++)
        {
            json.Raw(i == 0 ? "\""u8 : ",\""u8).Bytes(persons[i].Span).Raw("\""u8);
        }

        json.Raw("]}"u8);
    }

    private static OpenedView Read(string viewer, byte[] plain)
    {
        using var document = JsonDocument.Parse(plain);
        var root = document.RootElement;
        return new OpenedView(
            viewer,
            [.. root.GetProperty("values"u8).EnumerateArray().Select(static v => new OpenedValue(v[0].GetString()!, v[1].GetBytesFromBase64(), v[2].GetString()!))],
            [.. root.GetProperty("persons"u8).EnumerateArray().Select(static p => (ReadOnlyMemory<byte>)p.GetBytesFromBase64())]);
    }

    private byte[] Header(string viewer, RetentionClass retention, ImmutableArray<ReadOnlyMemory<byte>> persons)
    {
        var header = new byte[ViewEnvelope.FixedHeader + (persons.Length * ViewEnvelope.BlindSize)];
        header[0] = ViewEnvelope.Version;
        header[1] = (byte)retention;
        header[2] = (byte)persons.Length;
        for (var i = 0; i < persons.Length; i++)
        {
            Blind(viewer, persons[i].Span).CopyTo(header, ViewEnvelope.FixedHeader + (i * ViewEnvelope.BlindSize));
        }

        return header;
    }

    // False only if a key was never made or was destroyed, and may not be made.
    private bool TryKey(string viewer, ReadOnlySpan<byte> envelope, bool create, out ReadOnlyMemory<byte> key)
    {
        var retention = (RetentionClass)envelope[1];
        var count = envelope[2];
        if (count <= 1)
        {
            return TryOne(viewer, envelope.Slice(ViewEnvelope.FixedHeader, count * ViewEnvelope.BlindSize), retention, create, out key);
        }

        key = default;
        var material = new byte[count * 32];
        for (var i = 0; i < count; i++)
        {
            if (!TryOne(viewer, envelope.Slice(ViewEnvelope.FixedHeader + (i * ViewEnvelope.BlindSize), ViewEnvelope.BlindSize), retention, create, out var one))
            {
                return false;
            }

            one.CopyTo(material.AsMemory(i * 32));
        }

        key = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 32, info: "convenantgateway view v1"u8.ToArray());
        return true;
    }

    private bool TryOne(string viewer, ReadOnlySpan<byte> person, RetentionClass retention, bool create, out ReadOnlyMemory<byte> key)
    {
        var found = create ? null : keys.FindSealingKey(viewer, person, retention);
        key = create ? keys.SealingKey(viewer, person, retention) : found;
        return create || found is not null;
    }
}
