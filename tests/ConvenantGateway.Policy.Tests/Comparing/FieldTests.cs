using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What a comparison goes through: evidence, days and declarations.</summary>
public sealed class FieldTests
{
    [Fact]
    public void EvidenceSubsets_Set_AreAllFromTheWholeToTheEmpty()
    {
        Assert.Equal([Evidence.Consent | Evidence.Reason, Evidence.Reason, Evidence.Consent, Evidence.None], EvidenceSubsets.Of(Evidence.Consent | Evidence.Reason).Take(5));
        Assert.Equal([Evidence.None], EvidenceSubsets.Of(Evidence.None).Take(2));
    }

    [Fact]
    public void LawDates_Vocabularies_AreProfilesAndFirstDaysAndDaysAfterTheLast()
    {
        var other = TestRules.Words with
        {
            Profiles = [new Profile("NL-2012", new DateOnly(2012, 2, 2))],
            Kinds = new[]
            {
                new PartyKindDefinition(new PartyKind("A"), "a", new DateOnly(2008, 3, 3), new DateOnly(2011, 5, 5)),
                new PartyKindDefinition(new PartyKind("B"), "b", new DateOnly(2008, 3, 3), DateOnly.MaxValue),
            }.ToFrozenDictionary(static k => k.Kind.Code),
        };

        Assert.Equal([new DateOnly(2008, 3, 3), new DateOnly(2011, 5, 6), new DateOnly(2012, 2, 2)], LawDates.Of([other]));
        Assert.Equal(
            [DateOnly.MinValue, new DateOnly(2008, 3, 3), new DateOnly(2009, 1, 1), new DateOnly(2011, 5, 6), new DateOnly(2012, 2, 2), new DateOnly(2013, 7, 1), new DateOnly(2015, 1, 1)],
            LawDates.Of([TestRules.Words, other]));
    }

    [Fact]
    public void DeclarationStates_NoRuleAsks_IsOneInWhichAllIsDeclared()
    {
        Assert.Equal(["all"], States());
        Assert.Equal(["all"], States(Compared.Rule, TestCovenant.Prohibition with { PriorInvestigation = "31(1)(c)" }));
    }

    [Fact]
    public void DeclarationStates_RulesThatAsk_AreAllCombinations()
    {
        Assert.Equal(["all", "R-1=31(1)(c)", ""], States(Asks("R-1", "31(1)(c)")));
        Assert.Equal(["all", "R-1=31(1)(c)", ""], States(Asks("R-1", "31(1)(c)"), Asks("R-1", "31(1)(c)")));
        Assert.Equal(["all", "R-1=31(1)(c)", "R-1=31(1)(a)", ""], States(Asks("R-1", "31(1)(c)"), Asks("R-1", "31(1)(a)")));
        Assert.Equal(["all", "R-1=31(1)(c) R-2=31(1)(a)", "R-1=31(1)(c)", "R-2=31(1)(a)", ""], States(Asks("R-1", "31(1)(c)"), Compared.Rule, Asks("R-2", "31(1)(a)")));
    }

    private static Rule Asks(string id, string paragraph) => Compared.Rule with { Id = id, PriorInvestigation = paragraph };

    private static IEnumerable<string> States(params Rule[] rules) => DeclarationStates.Of(rules.Select(static r => new CompiledRule(r, []))).Select(static s =>
        s is null ? "all" : string.Join(' ', s.ByRule.OrderBy(static d => d.Key, StringComparer.Ordinal).Select(static d => $"{d.Key}={d.Value.Paragraph}")));
}
