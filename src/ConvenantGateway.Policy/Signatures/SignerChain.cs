using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy;

/// <summary>Whether a signer's certificate is trusted now: it chains to an anchor outside the policy folder, is within its validity and is not revoked.</summary>
internal static class SignerChain
{
    /// <summary><see cref="SignatureState.Valid"/> if so, else what is wrong with it.</summary>
    public static SignatureState Of(X509Certificate2 signer, PolicyLoadOptions options)
    {
        if (options.Anchors.Count == 0)
        {
            return SignatureState.NotTrusted;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(options.Anchors.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = options.Now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        if (Builds(chain, signer))
        {
            return options.SignerRefusal?.Invoke(signer) is null ? SignatureState.Valid : SignatureState.Revoked;
        }

        return chain.ChainStatus.Length > 0 && Array.TrueForAll(chain.ChainStatus, static s => s.Status is X509ChainStatusFlags.NotTimeValid or X509ChainStatusFlags.NoError)
            ? SignatureState.Expired
            : SignatureState.NotTrusted;
    }

    private static bool Builds(X509Chain chain, X509Certificate2 signer)
    {
        try
        {
            return chain.Build(signer);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
