namespace ConvenantGateway.Policy.Tests;

/// <summary>What a rule must be whatever the law says.</summary>
public sealed class RuleCheckTests
{
    private static readonly Rule Rule = TestRules.Rule;
    private static readonly RoleRelease Child = Rule.Release[0];
    private static readonly Rule Answer = Rule with { From = ["ASHG"], By = [Initiative.Read], Holder = RuleHolder.PerRequest };

    [Fact]
    public void Check_RulesInOrder_AreNotReported()
    {
        Assert.Empty(Codes(Rule));
        Assert.Empty(Codes(TestRules.Prohibition));
        Assert.Empty(Codes(Answer));
        Assert.Empty(Codes(TestRules.Prohibition with { By = [Initiative.Read, Initiative.Status] }));
    }

    [Fact]
    public void Check_NoGroundOrNothingReleased_IsIncomplete()
    {
        Assert.Equal([PolicyErrorCodes.RuleIncomplete], Codes(Rule with { Grounds = [] }));
        Assert.Equal([PolicyErrorCodes.RuleIncomplete], Codes(Rule with { Release = [] }));
    }

    [Fact]
    public void Check_ReleasedAndNever_IsRefused() => Assert.Equal([PolicyErrorCodes.NeverReleased], Codes(Rule with { Never = TestRules.Set("D02") }));

    [Fact]
    public void Check_PushWithAHolder_IsIncomplete() => Assert.Equal([PolicyErrorCodes.RuleIncomplete], Codes(Rule with { Holder = RuleHolder.PerRequest }));

    [Fact]
    public void Check_GroundThatDoesNotExistThen_NamesTheProfiles()
    {
        var error = Assert.Single(Errors(Rule with { Grounds = ["G-OLD"], Profiles = 0b111 }));

        Assert.Equal(PolicyErrorCodes.GroundNotThere, error.Code);
        Assert.Contains("in NL-2013, NL-2015,", error.Message, StringComparison.Ordinal);
        Assert.Empty(Errors(Rule with { Grounds = ["G-OLD"], Profiles = 0b001 }));
        Assert.Contains("in NL-2015,", Assert.Single(Errors(Rule with { Grounds = ["G-OLD"], Profiles = 0b101 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_GroundOfAnotherParty_NamesTheStrangers()
    {
        var error = Assert.Single(Errors(Rule with { Grounds = ["G-OWN"] }));

        Assert.Equal(PolicyErrorCodes.GroundNotThere, error.Code);
        Assert.Contains("lets POL rely on `G-OWN`, which is for ASHG", error.Message, StringComparison.Ordinal);
        Assert.Empty(Errors(Rule with { Grounds = ["G-OWN"], From = ["ASHG"] }));
    }

    [Fact]
    public void Check_StructuralProvision_IsForDesignatedReceiversOfThatTime()
    {
        var provision = Rule with { From = ["POL"], To = ["AMK"], Grounds = ["G-WPG18"], Profiles = 0b011 };

        Assert.Empty(Errors(provision));
        Assert.Empty(Errors(provision with { From = ["ASHG"], To = ["VO"] }));
        Assert.Contains("in NL-2015", Assert.Single(Errors(provision with { Profiles = 0b111 })).Message, StringComparison.Ordinal);
        Assert.Contains("to VO, which the Bpg does not designate in NL-2009, NL-2013", Assert.Single(Errors(provision with { To = ["AMK", "VO"] })).Message, StringComparison.Ordinal);
        // Who does not exist any more needs no designation.
        Assert.EndsWith("in NL-2009, NL-2013", Assert.Single(Errors(provision with { To = ["ASHG"], Profiles = 0b111 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PullFromOrOfThePolice_IsRefused()
    {
        Assert.Equal([PolicyErrorCodes.PolicePull], Codes(Answer with { From = ["POL", "ASHG"] }));
        Assert.Equal([PolicyErrorCodes.PolicePull], Codes(Answer with { Holder = RuleHolder.None, To = ["POL"] }));
        Assert.Empty(Codes(Answer with { To = ["POL"] }));
        Assert.Empty(Codes(Answer with { Holder = RuleHolder.None }));
    }

    [Fact]
    public void Check_SecretCategoryPulled_AsksConsentOrTreatment()
    {
        var secret = Answer with { Release = [Child with { Categories = TestRules.Set("D01", "D14") }] };

        Assert.Equal([PolicyErrorCodes.PullTooWide], Codes(secret));
        Assert.Contains("lets `D14` be pulled", Errors(secret)[0].Message, StringComparison.Ordinal);
        Assert.Empty(Codes(secret with { Grounds = ["G-CONSENT", "G-DIRECT"] }));
        Assert.Empty(Codes(secret with { By = [Initiative.Push], Holder = RuleHolder.None }));
    }

    [Fact]
    public void Check_StatusAnswer_MayHaveItsOwnCategoryAlone()
    {
        var status = Answer with { By = [Initiative.Status], Release = [Child with { Categories = TestRules.Set("D19") }] };

        Assert.Empty(Codes(status));
        Assert.Equal([PolicyErrorCodes.PullTooWide], Codes(status with { By = [Initiative.Status, Initiative.Read] }));
        Assert.Equal([PolicyErrorCodes.PullTooWide], Codes(status with { Release = [Child with { Categories = TestRules.Set("D19", "D14") }] }));
    }

    [Fact]
    public void Check_AnswerByMachine_DemandsThePermission()
    {
        var standing = Answer with { Holder = RuleHolder.Standing };

        Assert.Equal([PolicyErrorCodes.RuleIncomplete], Codes(standing));
        Assert.Empty(Codes(standing with { Evidence = Evidence.StandingPermission | Evidence.Consent }));
    }

    [Fact]
    public void Check_ProhibitionThatReleasesDemandsOrDepends_IsIncomplete()
    {
        var deny = TestRules.Prohibition;
        Rule[] wrong =
        [
            deny with { Release = Rule.Release }, deny with { Evidence = Evidence.Reason }, deny with { Holder = RuleHolder.Standing }, deny with { PriorInvestigation = "31(1)(a)" },
            deny with { IsEmergency = true }, deny with { Onward = DataOrigins.Hvb }, deny with { WarnWithout = Evidence.Meldcode },
        ];

        Assert.All(wrong, r => Assert.Equal([PolicyErrorCodes.RuleIncomplete], Codes(r)));
    }

    private static IEnumerable<string> Codes(Rule rule) => Errors(rule).Select(static e => e.Code);

    private static System.Collections.Immutable.ImmutableArray<PolicyError> Errors(Rule rule)
    {
        var errors = new PolicyErrorList();
        RuleChecks.Check(rule, TestRules.Words, errors);
        return errors.ToImmutable();
    }
}
