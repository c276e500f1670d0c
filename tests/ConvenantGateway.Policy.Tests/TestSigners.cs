using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>An authority of one test, and whatever an attacker might sign with.</summary>
internal sealed class TestSigners : IDisposable
{
    public const string Ashg = "CN=ashg-noord, O=ASHG Noord, C=NL";
    public const string AshgPath = "covenant/modelconvenant-2009/signatures/ashg-noord.jws";

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public X509Certificate2 Root { get; } = SelfSigned("CN=Test CA", isAuthority: true);

    public PolicyLoadOptions Options => PolicyRoot.Options(PolicyRoot.Wbp) with { AssumeSigned = false, Anchors = [Root], Now = Now };

    public void Dispose() => Root.Dispose();

    public X509Certificate2 Leaf(string subject, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(Root, Now.AddDays(-20), until ?? Now.AddDays(30), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    public static X509Certificate2 SelfSigned(string subject, bool isAuthority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        return request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(100));
    }

    public static string Pin(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The repository's files, signed by the ASHG with this certificate.</summary>
    public static PolicyFiles Signed(X509Certificate2 certificate) =>
        PolicyRoot.Files.With(AshgPath, PolicySigner.SignCovenant(PolicyRoot.Files, PolicyRoot.Wbp, PartnerId.Parse("ashg-noord"), certificate));

    /// <summary>The files with a pin of the ASHG.</summary>
    public static PolicyFiles Pinned(PolicyFiles files, string pin) => files.With("pins/ashg-noord.yaml", $"id: ashg-noord\nspki: [\"{pin}\"]\n");

    /// <summary>A JWS with any header, over the right payload, rightly signed.</summary>
    public static string Jws(string header, X509Certificate2 certificate)
    {
        var payload = PolicySigner.SignCovenant(PolicyRoot.Files, PolicyRoot.Wbp, PartnerId.Parse("ashg-noord"), certificate).Split('.')[1];
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{payload}";
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <summary>What the signature of the ASHG in these files is worth.</summary>
    public SignatureState State(PolicyFiles files, PolicyLoadOptions? options = null, PolicySnapshot? parties = null) =>
        CovenantSignatures.Of(files, parties ?? PolicyRoot.Load(PolicyRoot.Wbp), options ?? Options).Single(static s => s.Partner.Value == "ashg-noord").State;
}
