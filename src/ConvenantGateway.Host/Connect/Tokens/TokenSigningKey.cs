using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// The ES256 key that signs tokens. It lives as long as the process and is never written anywhere: a token lives five minutes, so a restart costs callers one token request, and a
/// stolen disk signs nothing. Thread safe.
/// </summary>
internal sealed class TokenSigningKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Makes a key.</summary>
    public TokenSigningKey()
    {
        Key = new ECDsaSecurityKey(_key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())) };
        Credentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The key.</summary>
    public ECDsaSecurityKey Key { get; }

    /// <summary>The key with its algorithm.</summary>
    public SigningCredentials Credentials { get; }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
