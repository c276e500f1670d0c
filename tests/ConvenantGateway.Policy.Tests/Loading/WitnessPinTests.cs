namespace ConvenantGateway.Policy.Tests;

/// <summary>The key of a witness in <c>pins/</c>: taken whole, or refused with its place.</summary>
public sealed class WitnessPinTests
{
    private static readonly string Good = WitnessKeyText.Of("politie.nl/witness", new byte[32]);

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Pins_WitnessKey_IsReadAndNoneIsNone()
    {
        var pins = Pins($"witness: \"{Good}\"\n");

        Assert.Equal(Good, pins["ashg"].Witness);
        Assert.Null(Pins("")["ashg"].Witness);
    }

    [Theory]
    [InlineData("politie.nl/witness")]
    [InlineData("a+b+c")]
    [InlineData("politie nl+00000000+AA==")]
    public void Pins_WitnessKeyOfAnotherForm_IsAnErrorWithItsPlace(string text)
    {
        Assert.Null(Pins($"witness: \"{text}\"\n")["ashg"].Witness);

        Assert.Equal(3, Assert.Single(_errors.ToImmutable()).Line);
    }

    [Fact]
    public void IsValid_AnotherTypeOrHash_IsNot()
    {
        var parts = Good.Split('+', 3);

        Assert.False(WitnessKeyText.IsValid($"{parts[0]}+00000000+{parts[2]}"));
        Assert.False(WitnessKeyText.IsValid($"{parts[0]}+{parts[1]}+{Convert.ToBase64String([1, .. new byte[32]])}"));
        Assert.True(WitnessKeyText.IsValid(Good));
    }

    private System.Collections.Frozen.FrozenDictionary<string, KeyPins> Pins(string more) =>
        new PartnerFiles(ReaderFiles.Of(("pins/ashg.yaml", $"id: ashg\nspki: []\n{more}")), TestRules.Words, _errors).Pins();
}
