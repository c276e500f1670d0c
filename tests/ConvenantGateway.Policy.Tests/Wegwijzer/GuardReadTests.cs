namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading <c>when</c> of a fact step.</summary>
public sealed class GuardReadTests
{
    private const string Profiles = "{ from: NL-2013, until: NL-2015 }";

    [Fact]
    public void Read_When_HasAllItsParts()
    {
        var line = StepText.Read(StepText.Fact);

        var when = line.Step.Answers[0].When!;
        Assert.Equal(["POL", "VO"], when.Recipients.Select(static r => r.Code));
        Assert.Equal(["REFER"], when.Purposes.Select(static p => p.Code));
        Assert.Equal((new DateOnly(2013, 7, 1), new DateOnly(2015, 1, 1)), (when.From, when.Until));
        Assert.Equal([("W1", "ja"), ("W2", "nee")], when.Given);
        Assert.Equal(2, line.Given.Count);
        Assert.All(line.Given, static p => Assert.Equal(6, p.Line));
        Assert.Null(line.Step.Answers[2].When);
    }

    [Theory]
    [InlineData("{ from: NL-2013 }", "2013-07-01", "")]
    [InlineData("{ until: NL-2013 }", "0001-01-01", "2013-07-01")]
    [InlineData("{}", "0001-01-01", "")]
    public void Read_Profiles_MayBeOpen(string profiles, string from, string until)
    {
        var when = StepText.Read(StepText.Fact.Replace(Profiles, profiles, StringComparison.Ordinal)).Step.Answers[0].When!;

        Assert.Equal((from, until), ($"{when.From:yyyy-MM-dd}", $"{when.Until:yyyy-MM-dd}"));
    }

    [Fact]
    public void Read_WhenWithoutProfiles_HoldsOnEveryDate()
    {
        var when = StepText.Read(StepText.Fact.Replace($"profiles: {Profiles}, ", "", StringComparison.Ordinal)).Step.Answers[0].When!;

        Assert.Equal((DateOnly.MinValue, null), (when.From, when.Until));
    }

    [Theory]
    [InlineData("until: NL-2015", "until: NL-2013", PolicyErrorCodes.WrongShape, "{ from: NL-2013")]
    [InlineData("until: NL-2015", "until: NL-2009", PolicyErrorCodes.WrongShape, "{ from: NL-2013")]
    [InlineData("until: NL-2015", "until: NL-2014", PolicyErrorCodes.UnknownCode, "NL-2014")]
    [InlineData("from: NL-2013", "from: NL-2012", PolicyErrorCodes.UnknownCode, "NL-2012")]
    [InlineData("until: NL-2015", "until: NL-2015, to: x", PolicyErrorCodes.UnknownKey, "to: x")]
    [InlineData("purpose: [REFER]", "purpose: [REFR]", PolicyErrorCodes.UnknownCode, "REFR]")]
    [InlineData("recipient: [POL, VO]", "recipient: [POL, VOO]", PolicyErrorCodes.UnknownCode, "VOO]")]
    [InlineData("purpose: [REFER]", "purpose: [REFER], for: x", PolicyErrorCodes.UnknownKey, "for: x")]
    [InlineData("\"W2=nee\"", "W2", PolicyErrorCodes.WrongShape, "W2]")]
    [InlineData("\"W2=nee\"", "\"=nee\"", PolicyErrorCodes.WrongShape, "\"=nee\"")]
    [InlineData("\"W2=nee\"", "\"W2=\"", PolicyErrorCodes.WrongShape, "\"W2=\"")]
    [InlineData("\"W2=nee\"", "\"W2=nee=ja\"", PolicyErrorCodes.WrongShape, "\"W2=nee=ja\"")]
    public void Read_WhenWithOneThingWrong_IsToldAtItsPlace(string old, string replacement, string code, string at) =>
        Assert.NotNull(StepText.AssertTold(StepText.Fact, old, replacement, code, at));
}
