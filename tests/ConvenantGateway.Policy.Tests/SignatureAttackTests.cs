using System.Text;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class SignatureAttackTests : IDisposable
{
    private readonly TestSigners _signers = new();

    public void Dispose() => _signers.Dispose();

    [Fact]
    public void Signature_OfThisSet_Counts()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);

        Assert.Equal(SignatureState.Valid, _signers.State(TestSigners.Signed(leaf)));
        Assert.Equal(SignatureState.Missing, _signers.State(PolicyRoot.Files));
    }

    [Fact]
    public void Signature_ByteFlippedInAnySignedFile_IsOverSomethingElse()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var files = TestSigners.Signed(leaf);
        var parties = PolicyRoot.Load(PolicyRoot.Wbp);
        var digest = PolicyLoader.ManifestDigest(files, PolicyRoot.Wbp);
        var counted = 0;
        foreach (var (path, bytes) in files.Files)
        {
            var changed = bytes.ToArray();
            changed[changed.Length / 2] ^= 1;
            var flipped = new PolicyFiles(files.Files.SetItem(path, changed));
            var isSigned = PolicyLoader.ManifestDigest(flipped, PolicyRoot.Wbp) != digest;
            counted += isSigned ? 1 : 0;
            if (path != TestSigners.AshgPath)
            {
                Assert.Equal(isSigned ? SignatureState.OtherText : SignatureState.Valid, _signers.State(flipped, parties: parties));
            }
        }

        foreach (var signed in new[] { "statute/police.rules.yaml", "elements/Patient.yaml", "law/BWBR0011468.yaml", "covenant/modelconvenant-2009/covenant.yaml", "categories.yaml", "grounds.yaml", "purposes.yaml", "parties.yaml", "profiles.yaml", "invariants.yaml" })
        {
            Assert.Equal(SignatureState.OtherText, _signers.State(files.With(signed, Encoding.UTF8.GetString(files.Files[signed].Span) + "\n"), parties: parties));
        }

        Assert.True(counted > 25);
    }

    [Fact]
    public void Signature_AnyByteOfItFlipped_NeverCounts()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var files = TestSigners.Signed(leaf);
        var parties = PolicyRoot.Load(PolicyRoot.Wbp);
        var jws = files.Files[TestSigners.AshgPath].ToArray();
        for (var i = 0; i < jws.Length; i += Sampling.ByteStep)
        {
            var changed = (byte[])jws.Clone();
            changed[i] ^= 2;
            Assert.NotEqual(SignatureState.Valid, _signers.State(new PolicyFiles(files.Files.SetItem(TestSigners.AshgPath, changed)), parties: parties));
        }
    }

    [Theory]
    [InlineData("""{"alg":"none","x5c":["CERT"]}""")]
    [InlineData("""{"alg":"RS256","x5c":["CERT"]}""")]
    [InlineData("""{"alg":"ES384","x5c":["CERT"]}""")]
    [InlineData("""{"alg":"es256","x5c":["CERT"]}""")]
    [InlineData("""{"alg":"ES256","x5c":["CERT"],"kid":"1"}""")]
    [InlineData("""{"alg":"ES256","x5c":["CERT"],"crit":["b64"],"b64":false}""")]
    [InlineData("""{"alg":"ES256","x5u":"https://example.org/c.pem"}""")]
    [InlineData("""{"alg":"ES256","jwk":{"kty":"EC"}}""")]
    [InlineData("""{"alg":"ES256","x5c":["CERT","CERT"]}""")]
    [InlineData("""{"alg":"ES256","x5c":[]}""")]
    [InlineData("""{"alg":"ES256","alg":"ES256","x5c":["CERT"]}""")]
    [InlineData("""["ES256"]""")]
    public void Signature_OtherHeader_IsBroken(string header)
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var right = """{"alg":"ES256","x5c":["CERT"]}""".Replace("CERT", Convert.ToBase64String(leaf.RawData), StringComparison.Ordinal);
        var wrong = header.Replace("CERT", Convert.ToBase64String(leaf.RawData), StringComparison.Ordinal);

        Assert.Equal(SignatureState.Valid, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, TestSigners.Jws(right, leaf))));
        Assert.Equal(SignatureState.Broken, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, TestSigners.Jws(wrong, leaf))));
    }

    [Fact]
    public void Signature_WithoutSignaturePart_IsBroken()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var jws = Encoding.ASCII.GetString(TestSigners.Signed(leaf).Files[TestSigners.AshgPath].Span);

        Assert.Equal(SignatureState.Broken, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, jws[..(jws.LastIndexOf('.') + 1)])));
        Assert.Equal(SignatureState.Broken, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, "")));
        Assert.Equal(SignatureState.Broken, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, new string('A', 100_000))));
    }

    [Fact]
    public void Signature_SelfSignedWithTheRightSubject_IsNotTrusted()
    {
        using var own = TestSigners.SelfSigned(TestSigners.Ashg, isAuthority: false);

        Assert.Equal(SignatureState.NotTrusted, _signers.State(TestSigners.Signed(own)));
    }

    [Fact]
    public void Signature_OfAnotherCovenant_IsOverSomethingElse()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var jws = PolicySigner.SignCovenant(PolicyRoot.Files, PolicyRoot.Avg, PartnerId.Parse("ashg-noord"), leaf);

        Assert.Equal(SignatureState.OtherText, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, jws)));
    }

    [Fact]
    public void Signature_NamingAnotherPartner_IsOverSomethingElse()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var jws = PolicySigner.SignCovenant(PolicyRoot.Files, PolicyRoot.Wbp, PartnerId.Parse("amk-noord"), leaf);

        Assert.Equal(SignatureState.OtherText, _signers.State(PolicyRoot.Files.With(TestSigners.AshgPath, jws)));
    }

    [Fact]
    public void Signature_OfAnotherSubject_IsWrongSubject()
    {
        using var other = _signers.Leaf("CN=amk-noord, O=AMK Noord, C=NL");

        Assert.Equal(SignatureState.WrongSubject, _signers.State(TestSigners.Signed(other)));
    }

    [Fact]
    public void Signature_KeyThatIsNotPinned_DoesNotCount()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        using var other = _signers.Leaf(TestSigners.Ashg);
        var files = TestSigners.Signed(leaf);

        Assert.Equal(SignatureState.Valid, _signers.State(files, parties: Assumed(TestSigners.Pinned(files, TestSigners.Pin(leaf)))));
        Assert.Equal(SignatureState.NotPinned, _signers.State(files, parties: Assumed(TestSigners.Pinned(files, TestSigners.Pin(other)))));
    }

    [Fact]
    public void Signature_CertificateOutsideItsValidity_IsExpired()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg, TestSigners.Now.AddDays(-1));
        using var valid = _signers.Leaf(TestSigners.Ashg);

        Assert.Equal(SignatureState.Expired, _signers.State(TestSigners.Signed(leaf)));
        Assert.Equal(SignatureState.Expired, _signers.State(TestSigners.Signed(valid), _signers.Options with { Now = TestSigners.Now.AddDays(-30) }));
    }

    [Fact]
    public void Signature_CertificateRevoked_DoesNotCount()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var files = TestSigners.Signed(leaf);

        Assert.Equal(SignatureState.Revoked, _signers.State(files, _signers.Options with { SignerRefusal = c => c.SerialNumber == leaf.SerialNumber ? "revoked" : null }));
        Assert.Equal(SignatureState.Valid, _signers.State(files, _signers.Options with { SignerRefusal = static _ => null }));
    }

    [Fact]
    public void Operator_AnotherOfficerOfTheSameRole_IsRefused()
    {
        const string Insider = "CN=insider, O=ASHG Noord, C=NL";
        using var insider = _signers.Leaf(Insider);
        var files = TestSigners.Pinned(PolicyRoot.Files, new string('a', 64)).With("officers/insider.yaml", $"id: insider\nname: Insider\nrole: beheer\ncertificate-subject: {Insider}\n");
        var signed = files.With("operator.jws", PolicySigner.SignOperator(files, insider));

        Assert.Empty(PolicyLoader.Load(signed, _signers.Options).Errors);
        Assert.Equal(
            PolicyErrorCodes.OperatorSignature,
            Assert.Single(PolicyLoader.Load(signed, _signers.Options with { OperatorSubject = "CN=beheer-noord, O=Beheer Noord, C=NL" }).Errors).Code);
    }

    private static PolicySnapshot Assumed(PolicyFiles files) => PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Snapshot!;
}
