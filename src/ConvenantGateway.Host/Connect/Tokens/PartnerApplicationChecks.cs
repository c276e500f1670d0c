using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Policy;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Compares a client certificate with the partner's file: subject and key pin. The stock check matches host names of redirect addresses, which a system has none of (spike A 6). The
/// chain, its usage and revocation were checked in the handshake. Thread safe.
/// </summary>
internal sealed class PartnerApplicationChecks(
    IOpenIddictApplicationCache<Partner> cache,
    ILogger<OpenIddictApplicationManager<Partner>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<Partner> store)
    : OpenIddictApplicationManager<Partner>(cache, logger, options, store)
{
    /// <inheritdoc/>
    public override ValueTask<bool> ValidatePublicKeyInfrastructureTlsClientCertificateAsync(
        Partner application, X509Certificate2 certificate, X509ChainPolicy policy, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(CertificateMapping.IsOf(application, ConnectionCertificate.Of(certificate)));
}
