using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ConvenantGateway.Audit;

/// <summary>Signs notes (C2SP signed-note) with an Ed25519 key. Thread safe.</summary>
public sealed class NoteSigner
{
    private readonly Ed25519PrivateKeyParameters _key;

    /// <summary>Makes a signer.</summary>
    /// <param name="name">The key's name: the log's origin.</param>
    /// <param name="seed">The 32-byte private key (RFC 8032).</param>
    public NoteSigner(string name, ReadOnlySpan<byte> seed)
    {
        _key = new Ed25519PrivateKeyParameters(seed.ToArray());
        VerifierKey = new VerifierKey(name, _key.GeneratePublicKey().GetEncoded());
    }

    /// <summary>The key that verifies what this signs.</summary>
    public VerifierKey VerifierKey { get; }

    /// <summary>The signed note: text, empty line, one signature line.</summary>
    /// <param name="text">Lines, each ending in a newline.</param>
    public byte[] Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[4 + Ed25519.SignatureSize];
        VerifierKey.KeyId.Span.CopyTo(signature);
        _key.Sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 4);
        return Encoding.UTF8.GetBytes($"{text}\n\u2014 {VerifierKey.Name} {Convert.ToBase64String(signature)}\n");
    }
}
