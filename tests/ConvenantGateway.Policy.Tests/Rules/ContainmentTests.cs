namespace ConvenantGateway.Policy.Tests;

/// <summary>In each respect: the same and the narrower is contained, the wider is named.</summary>
public sealed class ContainmentTests
{
    private static readonly Rule Law = TestRules.Rule;
    private static readonly RoleRelease Child = Law.Release[0];

    public static TheoryData<string> Respects => [.. Wider.Keys];

    private static Dictionary<string, Func<Rule>> Wider => new(StringComparer.Ordinal)
    {
        ["prohibit"] = () => Law with { IsProhibition = true },
        ["from"] = () => Law with { From = ["ASHG", "VO"] },
        ["to"] = () => Law with { To = ["VO", "POL"] },
        ["purpose"] = () => Law with { Purposes = ["REFER", "CRIM"] },
        ["by"] = () => Law with { By = [Initiative.Push, Initiative.Read] },
        ["holder"] = () => Law with { Holder = RuleHolder.Standing },
        ["profiles"] = () => Law with { Profiles = 0b111 },
        ["grounds"] = () => Law with { Grounds = ["G-CONSENT", "G-DIRECT"] },
        ["evidence"] = () => Law with { Evidence = Evidence.Reason },
        ["emergency"] = () => Law with { IsEmergency = true },
        ["onward"] = () => Law with { Onward = DataOrigins.Wpg | DataOrigins.Hvb },
        ["warn-without"] = () => Law with { WarnWithout = Evidence.Reason },
        ["voorafgaandOnderzoek"] = () => Law with { PriorInvestigation = "31(1)(a)" },
        ["never"] = () => Law with { Never = TestRules.Set("D05") },
        ["obligations"] = () => Law with { Obligations = [new Obligation("written"), new Obligation("feedback")] },
        ["release.kind"] = () => Law with { Release = [Child with { Categories = TestRules.Set("D01", "D03") }] },
    };

    [Theory]
    [MemberData(nameof(Respects))]
    public void Wider_InOneRespect_NamesThatAlone(string key) => Assert.Equal([key], Containment.Wider(Wider[key](), Law));

    [Fact]
    public void Wider_SameRule_IsContained() => Assert.Empty(Containment.Wider(Law with { }, Law));

    [Fact]
    public void Wider_NarrowerInEveryRespect_IsContained()
    {
        var narrow = Law with
        {
            From = ["POL"], To = ["AMK"], Purposes = ["TREAT"], Profiles = 0b010, Grounds = ["G-LEGIT"], Evidence = Evidence.Consent | Evidence.Meldcode, Onward = DataOrigins.None, WarnWithout = Evidence.None,
            Never = TestRules.Set("D05", "D11", "D20"), Obligations = [.. Law.Obligations, new Obligation("feedback")],
            Release = [Child with { Categories = TestRules.Set("D02"), Level = StatusLevel.L0, Requires = Evidence.Weighing | Evidence.Reason }],
        };

        Assert.Empty(Containment.Wider(narrow, Law));
        Assert.NotEmpty(Containment.Wider(Law, narrow));
    }

    [Fact]
    public void Wider_AboutARole_HigherLevelLessAskedOtherBasisOrOtherRole_IsNamed()
    {
        Rule With(RoleRelease role) => Law with { Release = [role] };

        Assert.Equal(["release.kind"], Containment.Wider(With(Child with { Level = StatusLevel.L2 }), Law));
        Assert.Equal(["release.kind"], Containment.Wider(With(Child with { Requires = Evidence.Reason }), Law));
        Assert.Equal(["release.kind"], Containment.Wider(With(Child with { Basis = null }), Law));
        Assert.Equal(["release.pleger"], Containment.Wider(With(Child with { Rol = BetrokkeneRol.Pleger }), Law));
        Assert.Equal(["release.pleger"], Containment.Wider(Law with { Release = [Child, Child with { Rol = BetrokkeneRol.Pleger }] }, Law));
    }

    [Fact]
    public void Wider_PriorInvestigation_MayBeAddedAndNotDropped()
    {
        Assert.Empty(Containment.Wider(Law, Law with { PriorInvestigation = null }));
        Assert.Equal(["voorafgaandOnderzoek"], Containment.Wider(Law with { PriorInvestigation = null }, Law));
    }
}
