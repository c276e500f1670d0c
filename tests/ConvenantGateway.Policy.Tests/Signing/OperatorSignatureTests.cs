using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Pins count only with the operator's signature over them.</summary>
public sealed class OperatorSignatureTests : IDisposable
{
    private const string Subject = "CN=beheer-noord, O=Beheer Noord, C=NL";
    private readonly TestSigners _signers = new();
    private readonly X509Certificate2 _leaf;
    private readonly PolicyFiles _pinned = Signing.Files.With("pins/opvang-noord.yaml", "id: opvang-noord");

    public OperatorSignatureTests() => _leaf = _signers.Leaf(Subject);

    private PolicyLoadOptions Options => Signing.Options(_signers.Root);

    public void Dispose()
    {
        _leaf.Dispose();
        _signers.Dispose();
    }

    [Fact]
    public void Check_SignedByAnOperator_IsRight()
    {
        Assert.Empty(Errors(Signed(), Options, Officer()));
        Assert.Empty(Errors(Signed(), Options, Officer("CN=ander"), Officer()));
        Assert.Empty(Errors(Signed(), Options with { OperatorSubject = Subject }, Officer()));
    }

    [Fact]
    public void Check_NoPinsOrNoAnchors_AsksNothing()
    {
        Assert.Empty(Errors(Signing.Files, Options));
        Assert.Empty(Errors(_pinned, Signing.Options()));
        Assert.Empty(Errors(Signing.Files, Signing.Options()));
    }

    [Fact]
    public void Check_PinsWithoutSignature_AreAnError() => Assert.Equal(
        [new PolicyError("CG-POLICY-041", "operator.jws", 0, 0, "pins without the operator's signature do not count", null)],
        Errors(_pinned, Options, Officer()));

    [Fact]
    public void Check_NobodyIsOperator_IsAnError()
    {
        Assert.Equal([Refused("there is no operator")], Errors(Signed(), Options));
        Assert.Equal([Refused("there is no operator")], Errors(Signed(), Options, Officer() with { Role = OfficerRole.Fg }));
        Assert.Equal([Refused("there is no operator")], Errors(Signed(), Options with { OperatorSubject = "CN=ander" }, Officer()));
        Assert.Equal([Refused("there is no operator")], Errors(Signed(), Options with { OperatorSubject = Subject }, Officer() with { Role = OfficerRole.Toezicht }));
    }

    [Fact]
    public void Check_SignatureThatDoesNotCount_SaysWhy()
    {
        Assert.Equal([Refused("its certificate is of another subject")], Errors(Signed(), Options, Officer("CN=ander")));
        Assert.Equal([Refused("it is over something else")], Errors(Signed().With("pins/opvang-noord.yaml", "id: anders"), Options, Officer()));
        Assert.Equal([Refused("its certificate is not valid now")], Errors(Signed(), Options with { Now = TestSigners.Now.AddDays(31) }, Officer()));
        Assert.Equal(
            [Refused("it is not an unaltered compact JWS with `alg` ES256 and one certificate in `x5c`")], Errors(_pinned.With("operator.jws", "x"), Options, Officer()));
    }

    private static PolicyError Refused(string why) => new("CG-POLICY-041", "operator.jws", 0, 0, $"the operator's signature does not count: {why}", null);

    private static Officer Officer(string subject = Subject) => new() { Id = "beheer", Name = "Beheer", Organisation = default, Role = OfficerRole.Beheer, CertificateSubject = subject };

    private PolicyFiles Signed() => _pinned.With("operator.jws", PolicySigner.SignOperator(_pinned, _leaf));

    private static ImmutableArray<PolicyError> Errors(PolicyFiles files, PolicyLoadOptions options, params Officer[] officers)
    {
        var errors = new PolicyErrorList();
        new SignatureFiles(files, options, errors, new PolicyErrorList()).CheckOperator(officers);
        return errors.ToImmutable();
    }
}
