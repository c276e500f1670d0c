using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The neighbours of a permitted request, over two rules made by hand: R-1 from the centre with consent, R-2 from police on their own ground.</summary>
public sealed class BoundaryTests
{
    private static readonly Rule Consent = TestCovenant.Rule;
    private static readonly Rule Own = TestCovenant.Rule with { Id = "R-2", From = ["POL"], Grounds = ["G-CONSENT"] };
    private readonly PolicySnapshot _snapshot = TestCovenant.Snapshot(Consent, Own);

    private static readonly PolicyCase Case = new()
    {
        Id = "a", Title = "proef", Covenant = "proef", Place = new Place("cases/x.cases.yaml", 1, 1), Date = TestCovenant.Day, Request = TestCovenant.Ask(), Persons = [], Verdict = Verdict.Permit,
        Rules = ["R-1"], Obligations = [], Unmet = [],
    };

    [Fact]
    public void Edges_NeighbourThatAnotherRulePermits_IsOutside()
    {
        Assert.Empty(Of(new() { From = ["ASHG"] }));
        Assert.Empty(Of(new() { To = ["VO"] }));
        Assert.Empty(Of(new() { Purposes = ["REFER"] }));
    }

    [Fact]
    public void Edges_NeighbourInsideThatAnotherRulePermits_ShouldMatchThisOne()
    {
        Assert.Equal(["boundaries.from: `POL` as sender should match and does not"], Of(new() { From = ["ASHG", "POL"] }));
        Assert.Equal(["boundaries.to: `POL` as receiver should match and does not"], Of(new() { To = ["VO", "POL"] }));
        Assert.Equal(["boundaries.purpose: `TREAT` should match and does not"], Of(new() { Purposes = ["REFER", "TREAT"] }));
    }

    [Fact]
    public void Edges_OfTheirOwnRules_AreThoseRulesEdges()
    {
        var both = TestCovenant.Snapshot(Consent, Consent with { Id = "R-3", From = ["ASHG", "POL"], Purposes = ["REFER", "TREAT"] });
        var expected = Case with { Rules = ["R-1", "R-3"] };

        Assert.Empty(CaseRun.Differences(expected with { Boundaries = new() { Rules = ["R-3"], From = ["ASHG", "POL"], To = ["VO"], Purposes = ["REFER", "TREAT"] } }, both));
        Assert.Equal(["boundaries.from: `ASHG` as sender should match and does not"], CaseRun.Differences(expected with { Boundaries = new() { Rules = ["R-9"], From = ["ASHG"] } }, both));
        Assert.Equal(
            ["boundaries.from: `ASHG` as sender matches a rule that this case does not name", "boundaries.to: `VO` as receiver matches a rule that this case does not name", "boundaries.purpose: `REFER` matches a rule that this case does not name"],
            CaseRun.Differences(Case with { Boundaries = new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"] } }, both).Skip(1));
    }

    [Fact]
    public void Edges_NeighbourThatMatchesPartOfTheCase_IsNeitherInsideNorOut()
    {
        var two = TestCovenant.Snapshot(Consent with { From = ["ASHG", "POL"] }, Consent with { Id = "R-3" }, Consent with { Id = "R-4", From = ["POL"] });
        var expected = Case with { Rules = ["R-1", "R-3"] };

        Assert.Equal(["boundaries.from: `POL` as sender should match and does not"], CaseRun.Differences(expected with { Boundaries = new() { From = ["ASHG", "POL"] } }, two));
        Assert.Equal(["boundaries.from: `POL` as sender matches a rule of this case"], CaseRun.Differences(expected with { Boundaries = new() { From = ["ASHG"] } }, two));
    }

    [Fact]
    public void Edges_SeveralNeighbours_AreToldInOrder() => Assert.Equal(
        ["boundaries.from: `ASHG` as sender matches a rule of this case", "boundaries.from: `POL` as sender should match and does not", "boundaries.purpose: `REFER` matches a rule of this case", "boundaries.purpose: `TREAT` should match and does not"],
        Of(new() { From = ["POL"], Purposes = ["TREAT"] }));

    [Fact]
    public void Edges_KindThatDoesNotExistThatDay_IsNotTried()
    {
        var late = Case with { Date = new DateOnly(2015, 6, 1), Request = Case.Request with { From = TestCovenant.Police }, Rules = ["R-2"], Boundaries = new() { From = ["POL"] } };
        var always = _snapshot with { Decider = TestCovenant.Decider(TestCovenant.Terms with { Until = null }, Consent with { Profiles = 0b111 }, Own with { Profiles = 0b111 }) };

        Assert.Empty(CaseRun.Differences(late, always));
        Assert.Empty(CaseRun.Differences(late with { Boundaries = new() { From = ["POL", "ASHG"] } }, always));
    }

    /// <summary>Under a covenant nobody exchanges with itself; in the layer of the law a partner stands for its kind, which may.</summary>
    [Fact]
    public void Edges_OfTheLaw_TryAKindWithItself()
    {
        var law = StatuteSnapshot.Of(TestCovenant.Words, [Consent with { From = ["ASHG", "VO"] }], new PolicyErrorList());
        var expected = Case with { Request = Case.Request with { From = PartnerId.Parse("ashg"), To = PartnerId.Parse("vo") } };

        Assert.Empty(CaseRun.Differences(expected with { Boundaries = new() { From = ["ASHG", "VO"] } }, law));
        Assert.Equal(["boundaries.from: `VO` as sender matches a rule of this case"], CaseRun.Differences(expected with { Boundaries = new() { From = ["ASHG"] } }, law));
        Assert.Empty(CaseRun.Differences(Case with { Boundaries = new() { From = ["ASHG", "VO"] } }, TestCovenant.Snapshot(Consent)));
    }

    [Fact]
    public void Edges_LastDayOfTheCalendar_IsNoError()
    {
        var open = _snapshot with { Decider = TestCovenant.Decider(TestCovenant.Terms with { From = DateOnly.MinValue, Until = null }, Own with { Profiles = 0b111 }) };
        var expected = Case with { Request = Case.Request with { From = TestCovenant.Police }, Rules = ["R-2"] };

        Assert.Empty(CaseRun.Differences(expected with { Boundaries = new() { Last = DateOnly.MaxValue } }, open));
        Assert.Empty(CaseRun.Differences(expected with { Boundaries = new() { First = new DateOnly(2009, 1, 1) } }, open));
        Assert.Equal(["boundaries.first: 0001-01-01 is not the first day"], CaseRun.Differences(expected with { Boundaries = new() { First = DateOnly.MinValue, Last = DateOnly.MaxValue } }, open));
    }

    [Fact]
    public void Edges_EvidenceThatOnlyWarns_IsMinimalToo()
    {
        var warning = TestCovenant.Snapshot(Consent with { WarnWithout = Evidence.Meldcode });
        var expected = Case with { Request = TestCovenant.Ask(Evidence.Consent | Evidence.Meldcode), Boundaries = new() { IsEvidenceMinimal = true } };

        Assert.Empty(CaseRun.Differences(expected, warning));
        Assert.Equal(["boundaries.evidence: without `meldcode` the decision is the same"], CaseRun.Differences(expected, _snapshot));
        Assert.Empty(CaseRun.Differences(expected with { Boundaries = new() }, _snapshot));
    }

    [Fact]
    public void Differences_CaseWithADateOfItsOwn_IsDecidedOnThatDay()
    {
        var reenacting = _snapshot with { Covenant = _snapshot.Covenant with { Reenactment = TestCovenant.Day } };

        Assert.Empty(CaseRun.Differences(Case with { Date = null }, reenacting));
        Assert.Equal("verdict: expected `Permit`, got `Deny`", CaseRun.Differences(Case with { Date = new DateOnly(2009, 6, 1) }, reenacting)[0]);
    }

    [Fact]
    public void Differences_Warnings_AreOfWhatWasNotShown()
    {
        var warning = TestCovenant.Snapshot(Consent with { WarnWithout = Evidence.Meldcode | Evidence.Reason | Evidence.Article });
        var shown = Case with { Request = TestCovenant.Ask(Evidence.Consent | Evidence.Reason) };

        Assert.Empty(CaseRun.Differences(shown with { Warnings = ["meldcode", "article"] }, warning));
        Assert.Equal(["warnings: expected ``, got `article meldcode`"], CaseRun.Differences(shown, warning));
        Assert.Equal(["warnings: expected `reason`, got ``"], CaseRun.Differences(Case with { Warnings = ["reason"] }, _snapshot));
    }

    private ImmutableArray<string> Of(CaseBoundaries edges) => CaseRun.Differences(Case with { Boundaries = edges }, _snapshot);
}
