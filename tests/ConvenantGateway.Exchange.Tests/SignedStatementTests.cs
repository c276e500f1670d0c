using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Exchange.Tests;

/// <summary>The algorithm must be that of the certificate's own key.</summary>
public sealed class SignedStatementTests
{
    [Theory]
    [InlineData("RS256", 2048, true)]
    [InlineData("PS256", 2048, true)]
    [InlineData("RS256", 1024, false)]
    [InlineData("ES256", 2048, false)]
    public void IsSignedBy_RsaKey_CountsWithItsOwnAlgorithmFrom2048Bits(string algorithm, int bits, bool counts)
    {
        using var key = RSA.Create(bits);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        var text = Text(algorithm, data => key.SignData(data, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));

        var read = SignedStatement.Read(text);

        Assert.Equal(counts, SignedStatement.IsSignedBy(read!.Value.Parts, read.Value.Algorithm, certificate));
    }

    [Theory]
    [InlineData("nistP256", true)]
    [InlineData("nistP384", false)]
    public void IsSignedBy_EcKey_CountsOnP256Only(string curve, bool counts)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        var text = Text("ES256", data => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        var read = SignedStatement.Read(text);

        Assert.Equal(counts, SignedStatement.IsSignedBy(read!.Value.Parts, read.Value.Algorithm, certificate));
    }

    private static byte[] Text(string algorithm, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}"}"""))}.{Base64Url.EncodeToString("{}"u8)}";
        return Encoding.ASCII.GetBytes($"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}");
    }
}
