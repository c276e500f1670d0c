namespace ConvenantGateway.Policy.Tests;

/// <summary>Which rules an invariant speaks of, and which of them break it alone.</summary>
public sealed class InvariantTests
{
    private static readonly Rule Rule = TestRules.Rule;

    public static TheoryData<string> Scopes => [.. Both.Keys];

    private static Dictionary<string, (Func<InvariantScope> Meets, Func<InvariantScope> Misses)> Both => new(StringComparer.Ordinal)
    {
        ["from"] = (() => new() { From = ["POL", "GEM"] }, () => new() { From = ["GEM"] }),
        ["to"] = (() => new() { To = ["VO"] }, () => new() { To = ["GEM", "HA"] }),
        ["purpose"] = (() => new() { Purposes = ["TREAT"] }, () => new() { Purposes = ["CRIM"] }),
        ["grounds"] = (() => new() { Grounds = ["G-LEGIT"] }, () => new() { Grounds = ["G-DIRECT"] }),
        ["by"] = (() => new() { By = [Initiative.Push, Initiative.Read] }, () => new() { By = [Initiative.Read] }),
        ["profiles"] = (() => new() { Profiles = 0b110 }, () => new() { Profiles = 0b100 }),
        ["emergency"] = (() => new() { Emergency = false }, () => new() { Emergency = true }),
        ["origin"] = (() => new() { Origins = DataOrigins.Wpg | DataOrigins.Hvb }, () => new() { Origins = DataOrigins.Hvb }),
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Meets_OneWord_IsForRulesThatHaveIt(string key)
    {
        var (meets, misses) = Both[key];

        Assert.True(meets().Meets(Rule));
        Assert.False(misses().Meets(Rule));
        Assert.True(new InvariantScope().Meets(Rule));
    }

    [Fact]
    public void Holds_Cell_IsWithinEveryWordThatIsGiven()
    {
        var scope = new InvariantScope { From = ["POL"], To = ["VO", "AMK"], Purposes = ["REFER"], By = [Initiative.Push] };

        Assert.True(scope.Holds("POL", "AMK", "REFER", Initiative.Push));
        Assert.True(new InvariantScope().Holds("POL", "AMK", "REFER", Initiative.Push));
        Assert.False(scope.Holds("GEM", "AMK", "REFER", Initiative.Push));
        Assert.False(scope.Holds("POL", "POL", "REFER", Initiative.Push));
        Assert.False(scope.Holds("POL", "AMK", "TREAT", Initiative.Push));
        Assert.False(scope.Holds("POL", "AMK", "REFER", Initiative.Status));
    }

    [Fact]
    public void IsBrokenBy_Deny_IsEveryRuleThatPermits()
    {
        var deny = Of(new InvariantClaim(ClaimKind.Deny));

        Assert.True(deny.IsBrokenBy(Rule));
        Assert.False(deny.IsBrokenBy(TestRules.Prohibition));
        Assert.False((deny with { When = new() { From = ["GEM"] } }).IsBrokenBy(Rule));
        Assert.False((deny with { Then = null }).IsBrokenBy(Rule));
        Assert.False(Of(new InvariantClaim(ClaimKind.Demands) { Evidence = Evidence.Article }).IsBrokenBy(Rule));
    }

    [Fact]
    public void IsBrokenBy_Never_LooksAtTheRolesThatAreAsked()
    {
        var never = Of(new InvariantClaim(ClaimKind.Never) { Categories = TestRules.Set("D02", "D20") });

        Assert.True(never.IsBrokenBy(Rule));
        Assert.True((never with { When = new() { Roles = [BetrokkeneRol.Kind] } }).IsBrokenBy(Rule));
        Assert.False((never with { When = new() { Roles = [BetrokkeneRol.Pleger] } }).IsBrokenBy(Rule));
        Assert.False(Of(new InvariantClaim(ClaimKind.Never) { Categories = TestRules.Set("D20") }).IsBrokenBy(Rule));
    }

    [Fact]
    public void IsBrokenBy_Grounds_IsAnyOtherGround()
    {
        Assert.True(Of(new InvariantClaim(ClaimKind.Grounds) { Grounds = ["G-CONSENT"] }).IsBrokenBy(Rule));
        Assert.False(Of(new InvariantClaim(ClaimKind.Grounds) { Grounds = ["G-CONSENT", "G-LEGIT", "G-DUTY"] }).IsBrokenBy(Rule));
    }

    [Fact]
    public void IsBrokenBy_ExceptedRuleOrOneThatNarrowsIt_May()
    {
        var deny = Of(new InvariantClaim(ClaimKind.Deny)) with { Except = ["R-1"] };

        Assert.False(deny.IsBrokenBy(Rule));
        Assert.False(deny.IsBrokenBy(Rule with { Id = "M-1", Narrows = "R-1" }));
        Assert.True(deny.IsBrokenBy(Rule with { Id = "M-1", Narrows = "R-2" }));
        Assert.True(deny.IsBrokenBy(Rule with { Id = "R-10" }));
    }

    private static Invariant Of(InvariantClaim claim) => new() { Id = "I-1", Title = "proef", FromText = "proef", Place = new Place("invariants.yaml", 1, 1), Then = claim };
}
