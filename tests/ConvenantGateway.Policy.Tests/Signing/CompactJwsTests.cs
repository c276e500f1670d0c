using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What is a compact JWS of ES256 with one certificate, and what is none.</summary>
public sealed class CompactJwsTests : IDisposable
{
    private const int MaxLength = 16 * 1024;
    private readonly X509Certificate2 _certificate = TestSigners.SelfSigned("CN=proef", isAuthority: false);

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public void Verify_WhatWasSigned_GivesPayloadAndCertificate()
    {
        var (payload, signer) = CompactJws.Verify(Encoding.ASCII.GetBytes(Signed("tekst")))!.Value;
        using (signer)
        {
            Assert.Equal("tekst", Encoding.UTF8.GetString(payload));
            Assert.Equal(_certificate.RawData, signer.RawData);
        }

        Assert.Equal("tekst", Jws.Payload(Jws.Of(Jws.Header(_certificate.RawData), "tekst", _certificate)));
    }

    [Fact]
    public void Sign_CertificateWithoutEcdsaKey_Throws()
    {
        using var bare = X509CertificateLoader.LoadCertificate(_certificate.RawData);

        Assert.StartsWith("the certificate has no ECDSA private key", Assert.Throws<ArgumentException>("certificate", () => CompactJws.Sign("x"u8, Jws.Rsa)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the certificate has no ECDSA private key", Assert.Throws<ArgumentException>("certificate", () => CompactJws.Sign("x"u8, bare)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_KeyOnAnotherCurve_Throws()
    {
        using var p384 = Jws.OnP384();

        Assert.StartsWith("ES256 needs a key on P-256", Assert.Throws<ArgumentException>("certificate", () => CompactJws.Sign("x"u8, p384)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_KeyOnAnotherCurve_IsNone()
    {
        using var p384 = Jws.OnP384();

        Assert.Null(Jws.Payload(Jws.Of(Jws.Header(p384.RawData), "tekst", p384)));
        Assert.Null(Jws.Payload(Jws.Of(Jws.Header(Jws.Rsa.RawData), "tekst", _certificate)));
    }

    [Fact]
    public void Verify_LongestText_IsOneAndAByteMoreIsNone()
    {
        Assert.Equal("tekst", Jws.Payload(Signed("tekst").PadRight(MaxLength)));
        Assert.Null(Jws.Payload(Signed("tekst").PadRight(MaxLength + 1)));
    }

    [Fact]
    public void Verify_OtherNumberOfParts_IsNone()
    {
        var jws = Signed("tekst");

        Assert.Null(Jws.Payload(jws[..jws.LastIndexOf('.')]));
        Assert.Null(Jws.Payload(jws + ".AAAA"));
        Assert.Null(Jws.Payload(""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Verify_PartThatIsEmptyOrNotBase64Url_IsNone(int part)
    {
        Assert.Null(Jws.Payload(With(part, "")));
        Assert.Null(Jws.Payload(With(part, "a+/b")));
        Assert.Null(Jws.Payload(With(part, "AAAAA")));
    }

    [Fact]
    public void Verify_EmptyPayload_IsNoneThoughItIsSigned() => Assert.Null(Jws.Payload(Signed("")));

    [Fact]
    public void Verify_OtherPayloadOrSignature_IsNone()
    {
        Assert.Null(Jws.Payload(With(1, Jws.Encoded("anders"))));
        Assert.Null(Jws.Payload(With(2, Signed("anders").Split('.')[2])));
    }

    [Fact]
    public void Verify_CertificateOfAnother_IsNone()
    {
        using var other = TestSigners.SelfSigned("CN=proef", isAuthority: false);

        Assert.Null(Jws.Payload(Jws.Of(Jws.Header(other.RawData), "tekst", _certificate)));
    }

    /// <summary>Such a certificate can be read: only its key cannot.</summary>
    [Fact]
    public void Verify_KeyThatIsNoPointOfTheCurve_IsNone()
    {
        var raw = _certificate.RawData;
        var point = raw.AsSpan().IndexOf(_certificate.PublicKey.EncodedKeyValue.RawData);
        raw.AsSpan(point + 1, 64).Fill(0x11);

        Assert.Null(Jws.Payload(Jws.Of(Jws.Header(raw), "tekst", _certificate)));
    }

    [Theory]
    [InlineData("""{"alg":"ES256","x5c":["CERT"],"kid":"1"}""")]
    [InlineData("""{"alg":"ES256","kid":["CERT"]}""")]
    [InlineData("""{"x5c":["CERT"],"kid":"ES256"}""")]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"alg":"ES384","x5c":["CERT"]}""")]
    [InlineData("""{"alg":256,"x5c":["CERT"]}""")]
    [InlineData("""{"alg":"ES256","x5c":["CERT","CERT"]}""")]
    [InlineData("""{"alg":"ES256","x5c":[]}""")]
    [InlineData("""{"alg":"ES256","x5c":"CERT"}""")]
    [InlineData("""{"alg":"ES256","x5c":[1]}""")]
    [InlineData("""{"alg":"ES256","x5c":["@"]}""")]
    [InlineData("""{"alg":"ES256","x5c":["AAAA"]}""")]
    [InlineData("""["ES256","CERT"]""")]
    [InlineData("\"ES256\"")]
    [InlineData("{")]
    public void Verify_OtherHeader_IsNone(string header) =>
        Assert.Null(Jws.Payload(Jws.Of(header.Replace("CERT", Convert.ToBase64String(_certificate.RawData), StringComparison.Ordinal), "tekst", _certificate)));

    private string Signed(string payload) => CompactJws.Sign(Encoding.UTF8.GetBytes(payload), _certificate);

    private string With(int part, string text)
    {
        var parts = Signed("tekst").Split('.');
        parts[part] = text;
        return string.Join('.', parts);
    }
}
