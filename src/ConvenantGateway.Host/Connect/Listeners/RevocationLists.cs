using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace ConvenantGateway.Host.Connect;

/// <summary>Certificate revocation lists from a file, each verified with its issuer's key (RFC 5280 section 5). A list that is past its next update refuses everybody: fail closed. Immutable.</summary>
internal sealed class RevocationLists
{
    private readonly Dictionary<string, X509Crl> _byIssuer = new(StringComparer.Ordinal);

    /// <summary>Reads and verifies.</summary>
    /// <exception cref="InvalidDataException">A list that no anchor issued or signed.</exception>
    public RevocationLists(byte[] file, X509Certificate2Collection issuers)
    {
        foreach (X509Crl list in new X509CrlParser().ReadCrls(file))
        {
            var issuer = issuers.FirstOrDefault(i => DotNetUtilities.FromX509Certificate(i).SubjectDN.Equivalent(list.IssuerDN))
                ?? throw new InvalidDataException("a revocation list has an issuer that is no anchor");
            try
            {
                list.Verify(DotNetUtilities.FromX509Certificate(issuer).GetPublicKey());
            }
            catch (GeneralSecurityException e)
            {
                throw new InvalidDataException("a revocation list is not signed by its issuer", e);
            }

            _byIssuer[issuer.SubjectName.Name] = list;
        }
    }

    /// <summary>Why the certificate is refused, or null if a fresh list of its issuer does not name it.</summary>
    public string? Refusal(X509Certificate2 certificate, DateTimeOffset now) => _byIssuer.GetValueOrDefault(certificate.IssuerName.Name) switch
    {
        null => "no-revocation-list",
        { NextUpdate: null } => "stale-revocation-list",
        { NextUpdate: { } next } when next.ToUniversalTime() < now.UtcDateTime => "stale-revocation-list",
        { } list => list.GetRevokedCertificate(new BigInteger(1, certificate.SerialNumberBytes.ToArray())) is null ? null : "revoked",
    };
}
