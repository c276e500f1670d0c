using System.Text;

namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading the head of a plan: whose it is, and where it starts.</summary>
public sealed class PlanReadTests
{
    [Fact]
    public void Read_Plan_HasWhatItsFileSays()
    {
        var plan = SmallGuide.Read().Plans["klein"];

        Assert.Equal(("klein", "Klein", "Small", "F1"), (plan.Group, plan.Title, plan.English, plan.Start));
        Assert.Equal(["POL", "AMK"], plan.Kinds.Select(static k => k.Code));
        Assert.Equal(["F1", "W1", "C1", "F2"], plan.Steps.Select(static s => s.Id));
    }

    [Fact]
    public void PlanOf_Kind_IsItsPlanOrNone()
    {
        var guide = SmallGuide.Read();

        Assert.Equal("klein", guide.PlanOf(new PartyKind("AMK"))?.Group);
        Assert.Null(guide.PlanOf(new PartyKind("VO")));
        Assert.Null(WegwijzerGuide.Empty.PlanOf(new PartyKind("AMK")));
    }

    [Theory]
    [InlineData("group: klein\n", "title: Klein")]
    [InlineData("title: Klein\n", "group: klein")]
    [InlineData("english: Small\n", "group: klein")]
    [InlineData("start: F1\n", "group: klein")]
    public void Read_HeadWithOneLineMissing_IsNoPlan(string line, string at) =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, line, ""), PolicyErrorCodes.MissingKey, at);

    [Theory]
    [InlineData("kinds: [POL, AMK]\n", "", PolicyErrorCodes.MissingKey, "group: klein")]
    [InlineData("kinds: [POL, AMK]", "kinds: [POL, AMKK]", PolicyErrorCodes.UnknownCode, "AMKK]")]
    [InlineData("kinds: [POL, AMK]", "kinds: [POL, AMK, POL]", PolicyErrorCodes.DuplicateKey, "POL]")]
    [InlineData("group: klein", "group: kleiner", PolicyErrorCodes.NameMismatch, "kleiner")]
    [InlineData("start: F1\n", "start: F1\nend: F2\n", PolicyErrorCodes.UnknownKey, "end: F2")]
    public void Read_HeadWithOneLineWrong_IsToldAtItsPlace(string old, string replacement, string code, string at)
    {
        var errors = new PolicyErrorList();
        var files = SmallGuide.Files.With(SmallGuide.PlanPath, old, replacement);

        SmallGuide.Read(files, errors);

        SmallGuide.AssertTold(errors, code, files, at);
    }

    [Fact]
    public void Read_PlanWithoutSteps_IsToldOfThemAndOfItsStart()
    {
        var errors = new PolicyErrorList();

        var guide = SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, SmallGuide.Plan[..SmallGuide.Plan.IndexOf("steps:", StringComparison.Ordinal)]), errors);

        Assert.Empty(guide.Plans);
        Assert.Equal([PolicyErrorCodes.MissingKey, PolicyErrorCodes.WegwijzerUnknownStep], errors.ToImmutable().Select(static e => e.Code));
    }

    [Fact]
    public void Read_TwoPlansForOneKind_TellsTheSecond()
    {
        var errors = new PolicyErrorList();
        var files = SmallGuide.Files.With("wegwijzer/tweede.yaml", SmallGuide.Plan.Replace("group: klein", "group: tweede", StringComparison.Ordinal).Replace("[POL, AMK]", "[VO, AMK]", StringComparison.Ordinal));

        SmallGuide.Read(files, errors);

        SmallGuide.AssertTold(errors, PolicyErrorCodes.DuplicateId, files, "AMK]");
        Assert.Equal("wegwijzer/tweede.yaml", errors.ToImmutable()[0].File);
    }

    [Fact]
    public void Read_PlanThatIsNoMapping_IsNoPlan() =>
        SmallGuide.AssertRefused(new PolicyFiles(SmallGuide.Files.Files.SetItem(SmallGuide.PlanPath, Encoding.UTF8.GetBytes("- een\n"))), PolicyErrorCodes.WrongShape, "- een");
}
