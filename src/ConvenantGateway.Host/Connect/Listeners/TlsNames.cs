using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.Connect;

/// <summary>What the log says of TLS material: SHA-256 thumbprints, never keys. Pure.</summary>
internal static class TlsNames
{
    /// <summary>The server certificate and the anchors, as values of a record.</summary>
    public static ImmutableArray<RecordValue> Of(TlsMaterial material) => [new("server-certificate", Server(material)), new("anchors", Anchors(material))];

    /// <summary>What a reload changed; empty if certificate and anchors are the same. Revocation lists change daily and are no keys.</summary>
    public static ImmutableArray<RecordValue> Changes(TlsMaterial before, TlsMaterial after)
    {
        var changes = ImmutableArray.CreateBuilder<RecordValue>();
        Add("server-certificate", Server(before), Server(after));
        Add("anchors", Anchors(before), Anchors(after));
        return changes.ToImmutable();

        void Add(string what, string was, string @is)
        {
            if (was != @is)
            {
                changes.Add(new RecordValue(what, @is));
                changes.Add(new RecordValue($"previous-{what}", was));
            }
        }
    }

    private static string Server(TlsMaterial material) => Thumbprint(material.ServerContext.TargetCertificate);

    private static string Anchors(TlsMaterial material) => string.Join(' ', material.Anchors.Select(Thumbprint).Order(StringComparer.Ordinal));

    private static string Thumbprint(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));
}
