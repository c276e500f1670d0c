using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What the signature of one partner under a manifest is worth.</summary>
public sealed class PartnerSignatureTests : IDisposable
{
    private const string Manifest = "m";
    private const string Right = """{"covenant":"proef","manifest":"m","partner":"opvang-noord"}""";
    private readonly TestSigners _signers = new();
    private readonly X509Certificate2 _leaf;

    public PartnerSignatureTests() => _leaf = _signers.Leaf(Signing.Subject);

    private PolicyLoadOptions Options => Signing.Options(_signers.Root);

    public void Dispose()
    {
        _leaf.Dispose();
        _signers.Dispose();
    }

    [Fact]
    public void Of_RightSignature_IsValidUntilItsCertificateEnds() =>
        Assert.Equal(new PartySignature(TestCovenant.Shelter, SignatureState.Valid, _leaf.NotAfter.ToUniversalTime()), Of(Right));

    [Fact]
    public void Of_NoFile_IsMissing() =>
        Assert.Equal(new PartySignature(TestCovenant.Shelter, SignatureState.Missing, null), Reader(Signing.Files).Of(Signing.Shelter, Manifest));

    [Fact]
    public void Of_NoJws_IsBroken() =>
        Assert.Equal(new PartySignature(TestCovenant.Shelter, SignatureState.Broken, null), Reader(Signing.Files.With(Signing.Path, "x")).Of(Signing.Shelter, Manifest));

    [Theory]
    [InlineData("""{"covenant":"ander","manifest":"m","partner":"opvang-noord"}""")]
    [InlineData("""{"covenant":"proef","manifest":"n","partner":"opvang-noord"}""")]
    [InlineData("""{"covenant":"proef","manifest":"m","partner":"ashg-noord"}""")]
    [InlineData("""{"covenant":"proef","manifest":"m","partner":"opvang-noord","note":""}""")]
    [InlineData("""{"covenant":"proef","manifest":"m"}""")]
    [InlineData("""{"covenant":"proef","manifest":"m","partners":"opvang-noord"}""")]
    [InlineData("""{"covenant":"proef","manifest":1,"partner":"opvang-noord"}""")]
    [InlineData("""{"covenant":"proef","manifest":null,"partner":"opvang-noord"}""")]
    [InlineData("""["proef","m","opvang-noord"]""")]
    [InlineData("\"m\"")]
    [InlineData("m")]
    public void Of_OtherPayload_IsOverSomethingElse(string payload) =>
        Assert.Equal(new PartySignature(TestCovenant.Shelter, SignatureState.OtherText, _leaf.NotAfter.ToUniversalTime()), Of(payload));

    [Fact]
    public void Of_OtherSubject_IsWrongSubject()
    {
        Assert.Equal(SignatureState.WrongSubject, Of(Right, Signing.Shelter with { CertificateSubject = Signing.Subject.ToUpperInvariant() }).State);
        Assert.Equal(SignatureState.WrongSubject, Of("m", Signing.Shelter with { CertificateSubject = "CN=ander" }).State);
    }

    [Fact]
    public void Of_Pins_HoldTheKeyOrItDoesNotCount()
    {
        var other = new string('a', 64);

        Assert.Equal(SignatureState.Valid, Of(Right, Signing.Shelter with { KeyPins = [other, TestSigners.Pin(_leaf)] }).State);
        Assert.Equal(SignatureState.NotPinned, Of(Right, Signing.Shelter with { KeyPins = [other] }).State);
        Assert.Equal(SignatureState.NotPinned, Of(Right, Signing.Shelter with { KeyPins = [TestSigners.Pin(_leaf).ToUpperInvariant()] }).State);
    }

    [Fact]
    public void Of_CertificateThatIsNotTrusted_SaysWhy()
    {
        Assert.Equal(SignatureState.NotTrusted, Of(Right, options: Signing.Options()).State);
        Assert.Equal(SignatureState.Expired, Of(Right, options: Options with { Now = TestSigners.Now.AddDays(31) }).State);
        Assert.Equal(SignatureState.Revoked, Of(Right, options: Options with { SignerRefusal = static _ => "revoked" }).State);
    }

    [Fact]
    public void HasSigned_SignatureThatDoesNotCount_IsAWarning()
    {
        var warnings = new PolicyErrorList();

        Assert.True(Reader(WithJws(Right), warnings: warnings).HasSigned(Signing.Shelter, Manifest));
        Assert.False(Reader(Signing.Files, warnings: warnings).HasSigned(Signing.Shelter, Manifest));
        Assert.Empty(warnings.ToImmutable());

        Assert.False(Reader(WithJws("m"), warnings: warnings).HasSigned(Signing.Shelter, Manifest));
        Assert.Equal([new PolicyError("CG-POLICY-040", Signing.Path, 0, 0, "the signature of `opvang-noord` does not count: it is over something else", null)], warnings.ToImmutable());
    }

    [Fact]
    public void HasSigned_TakenAsSigned_LooksAtNoFile()
    {
        var warnings = new PolicyErrorList();

        Assert.True(Reader(Signing.Files, Options with { AssumeSigned = true }, warnings).HasSigned(Signing.Shelter, Manifest));
        Assert.True(Reader(WithJws("m"), Options with { AssumeSigned = true }, warnings).HasSigned(Signing.Shelter, Manifest));
        Assert.Empty(warnings.ToImmutable());
    }

    private PartySignature Of(string payload, Partner? partner = null, PolicyLoadOptions? options = null) => Reader(WithJws(payload), options).Of(partner ?? Signing.Shelter, Manifest);

    private PolicyFiles WithJws(string payload) => Signing.Files.With(Signing.Path, CompactJws.Sign(Encoding.UTF8.GetBytes(payload), _leaf));

    private SignatureFiles Reader(PolicyFiles files, PolicyLoadOptions? options = null, PolicyErrorList? warnings = null) =>
        new(files, options ?? Options, new PolicyErrorList(), warnings ?? new PolicyErrorList());
}
