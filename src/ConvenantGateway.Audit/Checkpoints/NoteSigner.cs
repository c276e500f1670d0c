using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>Signs notes (C2SP signed-note) with an Ed25519 key. Thread safe.</summary>
public sealed class NoteSigner
{
    private readonly Ed25519PrivateKey _key;
    private readonly (NoteSigner Signer, DateTimeOffset Until, TimeProvider Clock)? _older;

    /// <summary>Makes a signer.</summary>
    /// <param name="name">The key's name: the log's origin.</param>
    /// <param name="seed">The 32-byte private key (RFC 8032).</param>
    public NoteSigner(string name, ReadOnlySpan<byte> seed)
    {
        _key = new Ed25519PrivateKey(seed);
        VerifierKey = new VerifierKey(name, _key.PublicKey());
    }

    private NoteSigner(NoteSigner own, NoteSigner older, DateTimeOffset until, TimeProvider clock)
    {
        (_key, VerifierKey) = (own._key, own.VerifierKey);
        _older = (older, until, clock);
    }

    /// <summary>The key that verifies what this signs.</summary>
    public VerifierKey VerifierKey { get; }

    /// <summary>The same key, and the line of an older one below its own while their overlap lasts.</summary>
    /// <param name="older">Signs for the older key.</param>
    /// <param name="until">From when it no longer does.</param>
    /// <param name="clock">The clock.</param>
    public NoteSigner With(NoteSigner older, DateTimeOffset until, TimeProvider clock) => new(this, older, until, clock);

    /// <summary>The signed note: text, empty line, a signature line, and that of an older key while it signs too.</summary>
    /// <param name="text">Lines, each ending in a newline.</param>
    public byte[] Sign(string text)
    {
        var older = _older is { } also && also.Clock.GetUtcNow() < also.Until ? also.Signer.Line(text) : "";
        return Encoding.UTF8.GetBytes($"{text}\n{Line(text)}{older}");
    }

    private string Line(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[4 + Ed25519PublicKey.SignatureSize];
        VerifierKey.KeyId.Span.CopyTo(signature);
        _key.Sign(message, signature.AsSpan(4));
        return $"\u2014 {VerifierKey.Name} {Convert.ToBase64String(signature)}\n";
    }
}
