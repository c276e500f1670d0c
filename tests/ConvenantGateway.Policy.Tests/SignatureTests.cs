using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class SignatureTests : IDisposable
{
    private const string Folder = "covenant/modelconvenant-2009/signatures/";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 _root = Authority("CN=Test CA");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Load_SignedByPartner_HasSigned()
    {
        var snapshot = Load(Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root)).Snapshot!;

        Assert.True(snapshot.Partners[PartnerId.Parse("ashg-noord")].HasSigned);
        Assert.NotNull(snapshot.FindCounterparty(PartnerId.Parse("ashg-noord"), new DateOnly(2009, 6, 1)));
        Assert.False(snapshot.Partners[PartnerId.Parse("bad-unsigned")].HasSigned);
        Assert.Null(snapshot.FindCounterparty(PartnerId.Parse("bad-unsigned"), new DateOnly(2009, 6, 1)));
    }

    [Fact]
    public void Load_ForeignAuthority_DoesNotCount()
    {
        using var foreign = Authority("CN=Test CA");

        NotSigned(Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", foreign));
    }

    [Fact]
    public void Load_OtherPartnersCertificate_DoesNotCount() => NotSigned(Signed("ashg-noord", "CN=amk-noord, O=AMK Noord, C=NL", _root));

    [Fact]
    public void Load_SignatureOfAnotherPartner_DoesNotCount()
    {
        var files = Signed("amk-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root);

        NotSigned(new PolicyFiles(files.Files.Add(Folder + "ashg-noord.jws", files.Files[Folder + "amk-noord.jws"])));
    }

    [Fact]
    public void Load_RuleChangedAfterwards_DoesNotCount() =>
        NotSigned(Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root).With("statute/centre.rules.yaml", "# What the law", "# what the law"));

    [Fact]
    public void Load_TamperedSignature_DoesNotCount()
    {
        var files = Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root);
        var bytes = files.Files[Folder + "ashg-noord.jws"].ToArray();
        bytes[^5] = bytes[^5] == (byte)'A' ? (byte)'B' : (byte)'A';

        NotSigned(new PolicyFiles(files.Files.SetItem(Folder + "ashg-noord.jws", bytes)));
        NotSigned(files.With(Folder + "ashg-noord.jws", "nonsense"));
    }

    [Fact]
    public void Load_CertificateExpired_DoesNotCount()
    {
        var files = Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root);

        var late = PolicyLoader.Load(files, Options() with { Now = Now.AddYears(50) });

        Assert.False(late.Snapshot!.Partners[PartnerId.Parse("ashg-noord")].HasSigned);
    }

    [Fact]
    public void Load_PinsWithOperatorSignature_Count()
    {
        var result = Load(Pinned("CN=beheer-noord, O=Beheer Noord, C=NL"));

        Assert.Empty(result.Errors);
        Assert.Equal([new string('a', 64)], result.Snapshot!.Partners[PartnerId.Parse("ashg-noord")].KeyPins);
        Assert.Equal([new string('b', 64)], result.Snapshot.Partners[PartnerId.Parse("ashg-noord")].ShelterAddressHashes);
    }

    [Fact]
    public void Load_PinsSignedBySomeoneElse_AreRefused() =>
        Assert.Equal(PolicyErrorCodes.OperatorSignature, Assert.Single(Load(Pinned("CN=fg-ashg-noord, O=ASHG Noord, C=NL")).Errors).Code);

    [Fact]
    public void Load_PinsChangedAfterwards_AreRefused() =>
        Assert.Equal(PolicyErrorCodes.OperatorSignature, Assert.Single(Load(Pinned("CN=beheer-noord, O=Beheer Noord, C=NL").With("pins/ashg-noord.yaml", "aaaa", "cccc")).Errors).Code);

    [Fact]
    public void Load_PinsWithoutSignature_AreRefused()
    {
        var files = Pinned("CN=beheer-noord, O=Beheer Noord, C=NL");

        Assert.Equal(PolicyErrorCodes.OperatorSignature, Assert.Single(Load(new PolicyFiles(files.Files.Remove("operator.jws"))).Errors).Code);
    }

    [Fact]
    public void Activate_UnsignedNarrowing_LoadsAndKeepsTheSigners()
    {
        var signed = Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root);
        var current = Load(signed).Snapshot!;
        var candidate = Load(signed.With("statute/centre.rules.yaml", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22] }", "kind: { categories: [D01, D06] }")).Snapshot!;

        var outcome = PolicyActivation.Decide(current, candidate);

        Assert.Empty(outcome.NewlyAllowed);
        Assert.Equal(["ashg-noord"], outcome.NotSignedBy.Select(p => p.Value));
        Assert.True(outcome.Snapshot!.Partners[PartnerId.Parse("ashg-noord")].HasSigned);
        Assert.Equal(candidate.ManifestDigest, outcome.Snapshot.ManifestDigest);
    }

    [Fact]
    public void Activate_UnsignedWidening_IsRefusedWithTheList()
    {
        var signed = Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root);
        var current = Load(signed).Snapshot!;
        var candidate = Load(signed.With("statute/centre.rules.yaml", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22] }", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22, D23] }")).Snapshot!;

        var outcome = PolicyActivation.Decide(current, candidate);

        Assert.Null(outcome.Snapshot);
        Assert.Contains(outcome.NewlyAllowed, c => c.What == "D23");
    }

    [Fact]
    public void Activate_FirstSet_Loads()
    {
        var candidate = Load(Signed("ashg-noord", "CN=ashg-noord, O=ASHG Noord, C=NL", _root)).Snapshot!;

        Assert.Same(candidate, PolicyActivation.Decide(null, candidate).Snapshot);
    }

    private void NotSigned(PolicyFiles files)
    {
        var result = Load(files);
        Assert.False(result.Snapshot!.Partners[PartnerId.Parse("ashg-noord")].HasSigned);
        Assert.Contains(result.Warnings, w => w.Code == PolicyErrorCodes.Signature && w.File == Folder + "ashg-noord.jws");
    }

    private PolicyFiles Pinned(string subject)
    {
        var files = PolicyRoot.Files.With("pins/ashg-noord.yaml", $"id: ashg-noord\nspki: [{new string('a', 64)}]\nshelter-addresses: [{new string('b', 64)}]\n");
        using var leaf = Leaf(subject, _root);
        return files.With("operator.jws", PolicySigner.SignOperator(files, leaf));
    }

    private static PolicyFiles Signed(string partner, string subject, X509Certificate2 issuer)
    {
        using var leaf = Leaf(subject, issuer);
        return PolicyRoot.Files.With($"{Folder}{partner}.jws", PolicySigner.SignCovenant(PolicyRoot.Files, PolicyRoot.Wbp, PartnerId.Parse(partner), leaf));
    }

    private PolicyLoadOptions Options() => PolicyRoot.Options(PolicyRoot.Wbp) with { AssumeSigned = false, Anchors = [_root], Now = Now };

    private PolicyLoadResult Load(PolicyFiles files) => PolicyLoader.Load(files, Options());

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(100));
    }

    private static X509Certificate2 Leaf(string subject, X509Certificate2 issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(issuer, Now.AddDays(-1), Now.AddDays(30), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }
}
