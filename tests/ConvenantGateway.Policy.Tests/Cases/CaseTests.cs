namespace ConvenantGateway.Policy.Tests;

/// <summary>A case that says otherwise than the decision is told so, in each thing it says.</summary>
[Trait("Mutants", "last")]
public sealed class CaseTests
{
    private readonly PolicySnapshot _snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
    private readonly PolicyCase _case;

    public CaseTests() => _case = CaseRun.CasesOf(PolicyRoot.Files, _snapshot).Single(static c => c.Id == "a-refer");

    [Fact]
    public void Differences_CaseAsItIs_AreNone()
    {
        Assert.Empty(Of(_case));
        Assert.Empty(Of(_case with { Date = new DateOnly(2009, 6, 1) }));
        Assert.Empty(Of(_case with { Rules = [.. _case.Rules.Reverse()], Obligations = [.. _case.Obligations.Reverse()], Errors = 0 }));
    }

    [Fact]
    public void Differences_EachThingSaidOtherwise_IsNamed()
    {
        void Differs(string what, PolicyCase other) => Assert.StartsWith(what + ": expected ", Assert.Single(Of(other)), StringComparison.Ordinal);

        Differs("verdict", _case with { Verdict = Verdict.Deny });
        Differs("rules", _case with { Rules = [] });
        Differs("obligations", _case with { Obligations = ["no-onward"] });
        Differs("warnings", _case with { Warnings = ["meldcode"] });
        Differs("errors", _case with { Errors = 1 });
        Differs("person 1 (slachtoffer) released", _case with { Persons = _case.Persons.SetItem(0, _case.Persons[0] with { Released = default }) });
        Differs("person 2 (kind) level", _case with { Persons = _case.Persons.SetItem(1, _case.Persons[1] with { Level = StatusLevel.L2 }) });
        Assert.Equal(["unmet: expected `no-rule`, got ``"], Of(_case with { Unmet = ["no-rule"] }));
    }

    [Fact]
    public void Differences_CovenantWithoutReenactment_NeedsADate()
    {
        var avg = PolicyRoot.Load(PolicyRoot.Avg);

        Assert.Contains("needs a date", Assert.Single(CaseRun.Differences(_case with { Date = null }, avg)), StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_ThatAreTheEdges_HaveNoDifference() => Assert.Empty(Of(With(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"] })));

    [Fact]
    public void Boundaries_TooNarrowOrTooWide_NameTheNeighbour()
    {
        Assert.Equal(["boundaries.from: `ASHG` as sender matches a rule of this case", "boundaries.from: `GEM` as sender should match and does not"], Of(With(new() { From = ["GEM"] })));
        Assert.Equal(["boundaries.to: `GEM` as receiver should match and does not", "boundaries.to: `VO` as receiver matches a rule of this case"], Of(With(new() { To = ["GEM"] })));
        Assert.Equal(["boundaries.purpose: `CRIM` should match and does not", "boundaries.purpose: `REFER` matches a rule of this case"], Of(With(new() { Purposes = ["CRIM"] })));
    }

    [Fact]
    public void Boundaries_RuleThatTheCaseDoesNotName_IsToldUnlessTheEdgesNameTheirs()
    {
        Assert.Contains("boundaries.to: `VO` as receiver matches a rule that this case does not name", Of(With(new() { To = ["VO"] }) with { Rules = [] }));
        Assert.DoesNotContain(Of(With(new() { To = ["VO"], Rules = ["R-40"] }) with { Rules = [] }), static d => d.StartsWith("boundaries", StringComparison.Ordinal));
    }

    [Fact]
    public void Boundaries_Days_AreTheFirstAndTheLast()
    {
        var (first, last) = (new DateOnly(2009, 2, 1), new DateOnly(2011, 1, 31));

        Assert.Empty(Of(With(new() { First = first, Last = last })));
        Assert.Empty(Of(With(new() { Last = last })));
        foreach (var day in new[] { first.AddDays(-1), first.AddDays(1) })
        {
            Assert.Equal($"boundaries.first: {day:yyyy-MM-dd} is not the first day", Assert.Single(Of(With(new() { First = day, Last = last }))));
        }

        foreach (var day in new[] { last.AddDays(-1), last.AddDays(1) })
        {
            Assert.Equal($"boundaries.last: {day:yyyy-MM-dd} is not the last day", Assert.Single(Of(With(new() { First = first, Last = day }))));
        }

        Assert.StartsWith("boundaries.last: it no longer holds", Assert.Single(Of(With(new() { First = first }))), StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_EvidenceThatChangesNothing_IsNotMinimal()
    {
        Assert.Empty(Of(With(new() { IsEvidenceMinimal = true })));
        Assert.Equal(
            ["boundaries.evidence: without `reason` the decision is the same"],
            Of(With(new() { IsEvidenceMinimal = true }) with { Request = _case.Request with { Evidence = _case.Request.Evidence | Evidence.Reason } }));
    }

    [Fact]
    public void Coverage_OfOutcomes_CountsThoseThatHold()
    {
        var outcomes = new[] { new CaseOutcome("a", "a", "c", "f", 1, []) { Rules = ["R-40", "R-99"] }, new CaseOutcome("b", "b", "c", "f", 2, ["x"]) { Rules = ["R-43"] } };

        var coverage = RuleCoverage.Of([_snapshot, _snapshot], outcomes);

        Assert.Equal((_snapshot.Decider.Table.Rules.Length, 1), (coverage.Rules, coverage.Covered));
        Assert.Equal(coverage.Rules - 1, coverage.Uncovered.Length);
        Assert.Contains("R-43", coverage.Uncovered);
        Assert.Equal(coverage.Uncovered.Order(StringComparer.Ordinal), coverage.Uncovered);
    }

    private PolicyCase With(CaseBoundaries edges) => _case with { Boundaries = edges };

    private System.Collections.Immutable.ImmutableArray<string> Of(PolicyCase expected) => CaseRun.Differences(expected, _snapshot);
}
