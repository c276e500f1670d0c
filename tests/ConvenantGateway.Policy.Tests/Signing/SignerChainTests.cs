using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Whether a certificate is trusted at an instant.</summary>
public sealed class SignerChainTests : IDisposable
{
    private readonly TestSigners _signers = new();
    private readonly X509Certificate2 _leaf;

    public SignerChainTests() => _leaf = _signers.Leaf(Signing.Subject);

    public void Dispose()
    {
        _leaf.Dispose();
        _signers.Dispose();
    }

    [Fact]
    public void Of_CertificateOfAnAnchor_IsValid()
    {
        using var foreign = TestSigners.SelfSigned("CN=Other CA", isAuthority: true);

        Assert.Equal(SignatureState.Valid, SignerChain.Of(_leaf, Signing.Options(_signers.Root)));
        Assert.Equal(SignatureState.Valid, SignerChain.Of(_leaf, Signing.Options(foreign, _signers.Root)));
    }

    [Fact]
    public void Of_WithoutItsAnchor_IsNotTrusted()
    {
        using var foreign = TestSigners.SelfSigned("CN=Test CA", isAuthority: true);

        Assert.Equal(SignatureState.NotTrusted, SignerChain.Of(_leaf, Signing.Options()));
        Assert.Equal(SignatureState.NotTrusted, SignerChain.Of(_leaf, Signing.Options(foreign)));
        Assert.Equal(SignatureState.NotTrusted, SignerChain.Of(_leaf, Signing.Options(foreign) with { SignerRefusal = static _ => null }));
    }

    [Fact]
    public void Of_AnchorThatCannotBeRead_IsNotTrusted()
    {
        var gone = TestSigners.SelfSigned("CN=Gone CA", isAuthority: true);
        gone.Dispose();

        Assert.Equal(SignatureState.NotTrusted, SignerChain.Of(_leaf, Signing.Options(_signers.Root, gone)));
    }

    [Fact]
    public void Of_InstantOutsideItsValidity_IsExpired()
    {
        Assert.Equal(SignatureState.Expired, At(_leaf.NotBefore.ToUniversalTime().AddSeconds(-1), _signers.Root));
        Assert.Equal(SignatureState.Valid, At(_leaf.NotBefore.ToUniversalTime(), _signers.Root));
        Assert.Equal(SignatureState.Valid, At(_leaf.NotAfter.ToUniversalTime().AddSeconds(-1), _signers.Root));
        Assert.Equal(SignatureState.Expired, At(_leaf.NotAfter.ToUniversalTime().AddSeconds(1), _signers.Root));
    }

    [Fact]
    public void Of_ExpiredAndOfAForeignAnchor_IsNotTrusted()
    {
        using var foreign = TestSigners.SelfSigned("CN=Test CA", isAuthority: true);

        Assert.Equal(SignatureState.NotTrusted, At(_leaf.NotAfter.ToUniversalTime().AddDays(1), foreign));
    }

    [Fact]
    public void Of_CertificateRefused_IsRevoked()
    {
        Assert.Equal(SignatureState.Revoked, SignerChain.Of(_leaf, Signing.Options(_signers.Root) with { SignerRefusal = c => c.SerialNumber == _leaf.SerialNumber ? "revoked" : null }));
        Assert.Equal(SignatureState.Valid, SignerChain.Of(_leaf, Signing.Options(_signers.Root) with { SignerRefusal = static _ => null }));
    }

    private SignatureState At(DateTime now, X509Certificate2 anchor) => SignerChain.Of(_leaf, Signing.Options(anchor) with { Now = now });
}
