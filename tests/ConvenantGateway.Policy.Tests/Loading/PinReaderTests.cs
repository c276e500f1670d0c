namespace ConvenantGateway.Policy.Tests;

/// <summary>What counts as a digest in <c>pins/</c>: sixty-four digits and letters of lower-case hex, no neighbour of them.</summary>
public sealed class PinReaderTests
{
    private readonly PolicyErrorList _errors = new();

    [Theory]
    [InlineData('0', true)]
    [InlineData('5', true)]
    [InlineData('9', true)]
    [InlineData('a', true)]
    [InlineData('c', true)]
    [InlineData('f', true)]
    [InlineData('/', false)]
    [InlineData(':', false)]
    [InlineData('`', false)]
    [InlineData('g', false)]
    [InlineData('A', false)]
    public void Pins_Digest_IsOfLowerCaseHex(char one, bool expected)
    {
        var digest = new string('0', 63) + one;

        var pins = new PartnerFiles(ReaderFiles.Of(("pins/ashg.yaml", $"id: ashg\nspki: [\"{digest}\"]\n")), TestRules.Words, _errors).Pins();

        Assert.Equal(expected ? [digest] : [], pins["ashg"].Spki);
        Assert.Equal(expected ? [] : [PolicyErrorCodes.WrongShape], _errors.ToImmutable().Select(static e => e.Code));
    }
}
