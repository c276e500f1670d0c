using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ConvenantGateway.Policy;

/// <summary>Makes the signatures that <see cref="PolicyLoader"/> verifies: a partner's over a covenant's manifest, the operator's over partners, officers and pins. Thread safe.</summary>
public static class PolicySigner
{
    /// <summary>The text of <c>covenant/&lt;id&gt;/signatures/&lt;partner&gt;.jws</c>.</summary>
    /// <param name="files">The root and whatever of the overlay counts in the manifest.</param>
    /// <param name="covenant">The covenant's id.</param>
    /// <param name="partner">The partner that signs; the certificate's subject must be its <see cref="Partner.CertificateSubject"/>.</param>
    /// <param name="certificate">With an ECDSA private key on P-256.</param>
    /// <exception cref="ArgumentException">The certificate has no such key.</exception>
    public static string SignCovenant(PolicyFiles files, string covenant, PartnerId partner, X509Certificate2 certificate) =>
        CompactJws.Sign(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["covenant"] = covenant,
            ["manifest"] = Manifest.OfCovenant(files, covenant),
            ["partner"] = partner.Value,
        }), certificate);

    /// <summary>The text of <c>operator.jws</c>, over <c>partners/</c>, <c>officers/</c> and <c>pins/</c> of root and overlay together.</summary>
    /// <param name="files">Root and overlay together, pins included.</param>
    /// <param name="certificate">The operator's, with an ECDSA private key on P-256; its subject must be that of an officer of role <c>beheer</c>.</param>
    /// <exception cref="ArgumentException">The certificate has no such key.</exception>
    public static string SignOperator(PolicyFiles files, X509Certificate2 certificate) =>
        CompactJws.Sign(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["files"] = Manifest.OfOperator(files),
        }), certificate);
}
