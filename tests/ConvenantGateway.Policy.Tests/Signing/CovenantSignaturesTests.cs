using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The signatures of all parties, and why one does not count.</summary>
public sealed class CovenantSignaturesTests
{
    [Fact]
    public void Of_Parties_AreInTheOrderOfTheCovenant()
    {
        using var signers = new TestSigners();
        using var leaf = signers.Leaf(Signing.Subject);
        var files = Signing.Signed(leaf);

        Assert.Equal(
            [
                new PartySignature(TestCovenant.Centre, SignatureState.Missing, null),
                new PartySignature(TestCovenant.Police, SignatureState.Missing, null),
                new PartySignature(TestCovenant.Shelter, SignatureState.Valid, leaf.NotAfter.ToUniversalTime()),
            ],
            CovenantSignatures.Of(files, Signing.Snapshot, Signing.Options(signers.Root)));
        Assert.Equal(SignatureState.OtherText, CovenantSignatures.Of(files.With("statute/a.rules.yaml", "rules: [ ]"), Signing.Snapshot, Signing.Options(signers.Root))[2].State);
    }

    [Fact]
    public void Of_PartyOfWhomNothingIsKnown_IsLeftOut()
    {
        var parties = Signing.Snapshot with { Partners = TestCovenant.Partners.Where(static p => p.Id != TestCovenant.Police).ToFrozenDictionary(static p => p.Id) };

        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], CovenantSignatures.Of(Signing.Files, parties, Signing.Options()).Select(static s => s.Partner));
    }

    [Theory]
    [InlineData(SignatureState.Valid, "")]
    [InlineData(SignatureState.Missing, "there is none")]
    [InlineData(SignatureState.OtherText, "it is over something else")]
    [InlineData(SignatureState.WrongSubject, "its certificate is of another subject")]
    [InlineData(SignatureState.NotPinned, "its key is not pinned")]
    [InlineData(SignatureState.Expired, "its certificate is not valid now")]
    [InlineData(SignatureState.NotTrusted, "its certificate does not chain to an anchor")]
    [InlineData(SignatureState.Revoked, "its certificate is revoked, or the revocation list is missing or stale")]
    [InlineData(SignatureState.Broken, "it is not an unaltered compact JWS with `alg` ES256 and one certificate in `x5c`")]
    public void Reason_State_IsOnePhrase(SignatureState state, string reason) => Assert.Equal(reason, new PartySignature(TestCovenant.Shelter, state, null).Reason);

    [Fact]
    public void Reason_StateThatIsNone_Throws() =>
        Assert.Equal("unknown state 99", Assert.Throws<InvalidOperationException>(static () => new PartySignature(TestCovenant.Shelter, (SignatureState)99, null).Reason).Message);
}
