using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// How handshakes are made: TLS 1.3 and 1.2, forward-secret AEAD suites, no resumption, a client certificate always, its chain against our own anchors only, client EKU, revocation.
/// Thread safe; reads the material anew for each connection.
/// </summary>
internal sealed class TlsHandshakes(TlsMaterialHolder material, TimeProvider time)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly CipherSuitesPolicy Suites = MakeSuites();

    /// <summary>Options for the listener.</summary>
    public TlsHandshakeCallbackOptions Options() => new()
    {
        HandshakeTimeout = TimeSpan.FromSeconds(10),
        OnConnection = context => ValueTask.FromResult(For(context.Connection)),
    };

    private SslServerAuthenticationOptions For(ConnectionContext connection)
    {
        var current = material.Current;
        var chain = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = time.GetUtcNow().UtcDateTime,
            VerificationTimeIgnored = false,
        };
        chain.CustomTrustStore.AddRange(current.Anchors);
        chain.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = current.ServerContext,
            ClientCertificateRequired = true,
#pragma warning disable CA5398 // The face is TLS 1.3 and 1.2, nothing else: the operating system's default may offer less.
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
            AllowRenegotiation = false,
            AllowTlsResume = false,
            CipherSuitesPolicy = Suites,
            CertificateChainPolicy = chain,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, certificate, chainFound, errors) =>
            {
                var refusal = Refusal(certificate as X509Certificate2, chainFound, errors, current);
                if (refusal is not null)
                {
                    connection.Items[HandshakeMonitor.ReasonKey] = refusal;
                }

                return refusal is null;
            },
        };
    }

    private string? Refusal(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, TlsMaterial current)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "no-certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status);
            return status.HasFlag(X509ChainStatusFlags.PartialChain) || status.HasFlag(X509ChainStatusFlags.UntrustedRoot) ? "unknown-ca"
                : status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "expired"
                : status.HasFlag(X509ChainStatusFlags.NotValidForUsage) ? "no-client-eku"
                : "invalid-chain";
        }

        return HasClientUse(certificate) ? current.Revocation.Refusal(certificate, time.GetUtcNow()) : "no-client-eku";
    }

    /// <summary>A certificate without any extended key usage would pass the chain: it is for everything, and so for nothing here.</summary>
    private static bool HasClientUse(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(static e => e.EnhancedKeyUsages.Cast<Oid>().Any(static o => o.Value == ClientAuthentication));

    private static CipherSuitesPolicy MakeSuites()
    {
#pragma warning disable CA1416 // The gateway runs on Linux, where OpenSSL takes a list of suites; elsewhere start fails, and that is right: CBC suites would be offered.
        return new CipherSuitesPolicy(
        [
            TlsCipherSuite.TLS_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        ]);
#pragma warning restore CA1416
    }
}
