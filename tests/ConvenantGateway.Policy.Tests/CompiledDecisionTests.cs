using CsCheck;

namespace ConvenantGateway.Policy.Tests;

public sealed class CompiledDecisionTests
{
    private static readonly Dictionary<string, PolicySnapshot> Snapshots = new(StringComparer.Ordinal)
    {
        [PolicyRoot.Wbp] = PolicyRoot.Load(PolicyRoot.Wbp),
        [PolicyRoot.Avg] = PolicyRoot.Load(PolicyRoot.Avg),
    };

    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Decide_RandomRequests_AgreesWithTheNaiveReadingOfTheRules(string covenant)
    {
        var snapshot = Snapshots[covenant];
        var permits = 0;
        Requests(snapshot).Select(Persons, (request, persons) => (request, persons)).Sample(
            (request, persons) =>
            {
                var decisions = new BetrokkeneDecision[persons.Length];
                var decision = snapshot.Decider.Decide(request, persons, decisions);
                var naive = NaiveDecider.Decide(snapshot, request, persons);
                if (decision.Verdict == Verdict.Permit)
                {
                    Interlocked.Increment(ref permits);
                    Assert.Equal(naive.Rules, decision.Basis.Rules.Select(r => r.Code));
                }

                Assert.Equal(naive.Verdict, decision.Verdict);
                Assert.Equal(naive.Persons, decisions.Select(d => (d.Released, d.Level)));
                Assert.True(decision.Verdict == Verdict.Permit || !decision.Unmet.IsEmpty);
            },
            iter: 12_000);
        Assert.True(permits > 100, $"only {permits} permits were tried");
    }

    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void DemandedEvidence_WhenShown_IsEnoughForAPermit(string covenant)
    {
        var snapshot = Snapshots[covenant];
        Requests(snapshot).Sample(
            request =>
            {
                if (snapshot.Decider.DemandedEvidence(request) is not { } demanded)
                {
                    Assert.Equal(Verdict.Deny, snapshot.Decider.Decide(request, [], []).Verdict);
                    return;
                }

                Assert.True(snapshot.Decider.CouldPermit(request.From, request.To, request.Purpose, request.By, request.LawDate));
                var isListed = (demanded & Evidence.Article20Decision) == 0 || Article20.Find(snapshot.Covenant, request.From, request.To, request.Purpose, request.LawDate) is not null;
                Assert.Equal(isListed ? Verdict.Permit : Verdict.Deny, snapshot.Decider.Decide(request with { Evidence = demanded }, [], []).Verdict);
            },
            iter: 2_000);
    }

    [Fact]
    public void Decide_Permit_AllocatesNothing()
    {
        var snapshot = Snapshots[PolicyRoot.Wbp];
        var request = Ask("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.Consent | Evidence.Weighing);
        BetrokkeneFacts[] persons =
        [
            new(RolSet.Of(BetrokkeneRol.Slachtoffer), CategorySet.All), new(RolSet.Of(BetrokkeneRol.Kind), CategorySet.All), new(RolSet.Of(BetrokkeneRol.Pleger), default),
        ];
        var decisions = new BetrokkeneDecision[3];
        Assert.Equal(Verdict.Permit, snapshot.Decider.Decide(request, persons, decisions).Verdict);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            snapshot.Decider.Decide(request, persons, decisions);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Decide_DefaultRequest_Denies()
    {
        var decision = Snapshots[PolicyRoot.Wbp].Decider.Decide(default, [], []);

        Assert.Equal(Verdict.Deny, decision.Verdict);
    }

    [Fact]
    public void Decide_Denied_ClearsWhatTheArrayHeld()
    {
        var decisions = new[] { new BetrokkeneDecision(CategorySet.All, StatusLevel.L2) };
        var request = Ask("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.None);

        Snapshots[PolicyRoot.Wbp].Decider.Decide(request, [new(RolSet.Of(BetrokkeneRol.Slachtoffer), CategorySet.All)], decisions);

        Assert.Equal(default, decisions[0]);
    }

    [Fact]
    public void Decide_TooFewPlaces_Throws() => Assert.Throws<ArgumentException>(
        () => Snapshots[PolicyRoot.Wbp].Decider.Decide(default, [new(default, default)], []));

    [Fact]
    public void Decide_NoDecisionObject_SaysWhatToDoInstead()
    {
        var request = Ask("politie-noord", "ashg-noord", "REFER", Initiative.Push, "G-WPG20", Evidence.RecentArticle8);

        var decision = Snapshots[PolicyRoot.Wbp].Decider.Decide(request, [], []);

        Assert.Contains(decision.Unmet, u => u.Text.StartsWith("Geef het slachtoffer zelf het nummer van het ASHG", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_EvidenceClaimedWithoutTheObject_Denies()
    {
        // 2010-01-01 lies within the term of the decision; 2009-02-01 less a day does not: the covenant's own object decides, not the claim.
        var request = Ask("politie-noord", "ashg-noord", "REFER", Initiative.Push, "G-WPG20", Evidence.RecentArticle8 | Evidence.Article20Decision);
        var decider = Snapshots[PolicyRoot.Wbp].Decider;

        Assert.Equal(Verdict.Permit, decider.Decide(request with { LawDate = new DateOnly(2010, 1, 1) }, [], []).Verdict);
        Assert.Equal(Verdict.Deny, decider.Decide(request with { To = PartnerId.Parse("amk-noord") }, [], []).Verdict);
        Assert.NotNull(Article20.Find(Snapshots[PolicyRoot.Wbp].Covenant, request.From, request.To, request.Purpose, request.LawDate));
        Assert.Null(Article20.Find(Snapshots[PolicyRoot.Wbp].Covenant, request.From, request.To, new Purpose("ACUTE"), request.LawDate));
        Assert.Null(Article20.Find(Snapshots[PolicyRoot.Wbp].Covenant, request.From, request.To, request.Purpose, new DateOnly(2011, 2, 1)));
    }

    private const int AllEvidence = (1 << 23) - 1;

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<PolicyRequest> Requests(PolicySnapshot snapshot)
    {
        var partners = Pick([.. snapshot.Partners.Keys, PartnerId.Parse("niemand")]);
        var purposes = Pick("REFER", "REPORT-DV", "REPORT-CHILD", "STATUS", "TREAT", "ACUTE", "FEEDBACK", "CRIM", "nonsense");
        var grounds = Pick([.. snapshot.Grounds.Keys, "G-NONSENSE"]);
        var dates = Pick(new DateOnly(2009, 6, 1), new DateOnly(2010, 12, 31), new DateOnly(2025, 6, 1), new DateOnly(2006, 1, 1), new DateOnly(2015, 1, 1));

        // Half of the requests are like one that a rule permits, or random points would nearly all be denied.
        var rules = Pick([.. snapshot.Decider.Table.Rules]);
        var near = rules.SelectMany(rule => Gen.Select(
            Pick([.. snapshot.Covenant.Parties.Where(p => rule.From.Contains(snapshot.Partners[p].Kind.Code)), PartnerId.Parse("niemand")]),
            Pick([.. snapshot.Covenant.Parties.Where(p => rule.To.Contains(snapshot.Partners[p].Kind.Code)), PartnerId.Parse("niemand")]),
            Pick([.. rule.Purposes]), Pick([.. rule.By]), Pick([.. rule.Grounds.DefaultIfEmpty("G-CONSENT")]), dates, Gen.OneOf(Gen.Const(AllEvidence), Gen.Int[0, AllEvidence]),
            (from, to, purpose, by, ground, date, evidence) => Ask(from, to, purpose, by, ground, (Evidence)evidence, date)));
        var any = Gen.Select(partners, partners, purposes, Gen.Int[0, 5], grounds, dates, Gen.Int[0, AllEvidence], (from, to, purpose, by, ground, date, evidence) => Ask(from, to, purpose, (Initiative)by, ground, (Evidence)evidence, date));
        return Gen.OneOf(near, any);
    }

    private static Gen<BetrokkeneFacts[]> Persons => Gen.Select(
        Gen.OneOf(Gen.Int[0, 10].Select(bit => 1 << bit), Gen.Int[0, 2047]), Gen.UInt[0, (1u << CategorySet.Count) - 1], Gen.OneOf(Gen.Const(0), Gen.Int[0, 255]),
        (roles, consent, origins) => new BetrokkeneFacts(new RolSet((ushort)roles), new CategorySet(consent), (DataOrigins)origins)).Array[0, 4];

    private static PolicyRequest Ask(string from, string to, string purpose, Initiative by, string ground, Evidence evidence) =>
        Ask(PartnerId.Parse(from), PartnerId.Parse(to), purpose, by, ground, evidence, new DateOnly(2009, 6, 1));

    private static PolicyRequest Ask(PartnerId from, PartnerId to, string purpose, Initiative by, string ground, Evidence evidence, DateOnly date) => new()
    {
        From = from,
        To = to,
        Purpose = new Purpose(purpose),
        By = by,
        Ground = new Ground(ground),
        LawDate = date,
        Evidence = evidence,
    };
}
