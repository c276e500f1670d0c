using System.Numerics;
using CsCheck;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class CompiledDecisionTests
{
    /// <summary>The law alone, then each covenant; a million requests in all, half of them like one that a rule permits.</summary>
    [Theory]
    [InlineData("statute", 600_000)]
    [InlineData(PolicyRoot.Wbp, 250_000)]
    [InlineData(PolicyRoot.Avg, 250_000)]
    public void Decide_RandomRequests_AgreesWithTheYamlReadNaively(string layer, int requests)
    {
        var snapshot = Load(layer);
        var naive = new YamlDecider(new YamlWorld(PolicyRoot.Files, layer == "statute" ? null : layer));
        var permits = 0;
        Requests(snapshot).Select(Persons, (request, persons) => (request, persons)).Sample(
            (request, persons) =>
            {
                if (Agree(snapshot, naive, request, persons))
                {
                    Interlocked.Increment(ref permits);
                }
            },
            iter: requests / Sampling.OneOf);
        Assert.True(permits > requests / Sampling.OneOf / 20, $"only {permits} permits were tried");
    }

    /// <summary>Every cell that has a rule, every stretch of time, ground, subset of the evidence its rules look at, procedure, role, consent and label: the whole field where anything can be permitted.</summary>
    [Theory]
    [InlineData("statute")]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Decide_WholeField_AgreesWithTheYamlReadNaively(string layer)
    {
        var snapshot = Load(layer);
        var naive = new YamlDecider(new YamlWorld(PolicyRoot.Files, layer == "statute" ? null : layer));
        var points = WholeField.Of(snapshot).Where(static (_, i) => i % Sampling.OneOf == 0).AsParallel().Sum(point =>
        {
            Agree(snapshot, naive, point, WholeField.Persons);
            return 1L;
        });
        Assert.True(points > 500 / Sampling.OneOf, $"only {points} requests");
    }

    private static bool Agree(PolicySnapshot snapshot, YamlDecider naive, PolicyRequest request, BetrokkeneFacts[] persons)
    {
        var decisions = new BetrokkeneDecision[persons.Length];
        var decision = snapshot.Decider.Decide(request, persons, decisions);
        var (permit, expected, rules) = naive.Decide(Wording.Of(request), [.. persons.Select(Wording.Of)]);
        Assert.Equal(permit ? Verdict.Permit : Verdict.Deny, decision.Verdict);
        Assert.True(permit || !decision.Unmet.IsEmpty);
        for (var i = 0; i < persons.Length; i++)
        {
            if (!expected[i].Released.SetEquals(decisions[i].Released.Codes()) || expected[i].Level != (int)decisions[i].Level)
            {
                Assert.Fail($"{request} {persons[i]}: {string.Join(' ', expected[i].Released)} L{expected[i].Level} and {decisions[i]}");
            }
        }

        if (permit)
        {
            Assert.Equal(rules, decision.Basis.Rules.Select(r => r.Code));
        }

        return permit;
    }

    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void DemandedEvidence_WhenShown_IsEnoughForAPermit(string covenant)
    {
        var snapshot = PolicyRoot.Load(covenant);
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
            iter: 2_000 / Sampling.OneOf);
    }

    [Fact]
    public void Decide_Permit_AllocatesNothing()
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var request = Ask("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.Consent | Evidence.Weighing);
        BetrokkeneFacts[] persons =
        [
            new(RolSet.Of(BetrokkeneRol.Slachtoffer), CategorySet.All), new(RolSet.Of(BetrokkeneRol.Kind), CategorySet.All), new(RolSet.Of(BetrokkeneRol.Pleger), default),
        ];
        var decisions = new BetrokkeneDecision[3];
        Assert.Equal(Verdict.Permit, snapshot.Decider.Decide(request, persons, decisions).Verdict);
        Assert.Equal(0, LeastAllocated(() => snapshot.Decider.Decide(request, persons, decisions)));
    }

    [Theory]
    [InlineData("G-CONSENT", "REFER")]
    [InlineData("G-WMO-TASK", "REFER")]
    [InlineData("G-NONSENSE", "REFER")]
    [InlineData("G-CONSENT", "CRIM")]
    public void Decide_DenialSeenBefore_AllocatesNothing(string ground, string purpose)
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var request = Ask("ashg-noord", "vrouwenopvang-noord", purpose, Initiative.Push, ground, Evidence.None);
        Assert.Equal(Verdict.Deny, snapshot.Decider.Decide(request, [], []).Verdict);
        Assert.Equal(0, LeastAllocated(() => snapshot.Decider.Decide(request, [], [])));
    }

    /// <summary>The least of ten rounds: the runtime allocates now and then on its own account, when it compiles anew what runs often.</summary>
    private static long LeastAllocated(Action once)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                once();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>A remembered denial is the denial of that very question: asked again among thousands of others it says the same.</summary>
    [Fact]
    public void Decide_DenialsInAnyOrder_SayTheSameAsAFreshSnapshot()
    {
        var remembering = PolicyRoot.LoadStatute();
        var requests = WholeField.Of(remembering).Where((_, i) => i % 211 == 0).ToList();
        foreach (var request in requests)
        {
            remembering.Decider.Decide(request, [], []);
        }

        foreach (var request in requests.Where((_, i) => i % 97 == 0))
        {
            var fresh = StatuteSnapshot.Of(remembering.Decider.Table.Words, remembering.Decider.Table.Rules, new PolicyErrorList());
            Assert.Equal(fresh.Decider.Decide(request, [], []).Unmet.Select(u => (u.Code, u.Text)), remembering.Decider.Decide(request, [], []).Unmet.Select(u => (u.Code, u.Text)));
        }
    }

    [Fact]
    public void Decide_DefaultRequest_Denies()
    {
        var decision = PolicyRoot.Load(PolicyRoot.Wbp).Decider.Decide(default, [], []);

        Assert.Equal(Verdict.Deny, decision.Verdict);
    }

    [Fact]
    public void Decide_Denied_ClearsWhatTheArrayHeld()
    {
        var decisions = new[] { new BetrokkeneDecision(CategorySet.All, StatusLevel.L2) };
        var request = Ask("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.None);

        PolicyRoot.Load(PolicyRoot.Wbp).Decider.Decide(request, [new(RolSet.Of(BetrokkeneRol.Slachtoffer), CategorySet.All)], decisions);

        Assert.Equal(default, decisions[0]);
    }

    [Fact]
    public void Decide_TooFewPlaces_Throws() => Assert.Throws<ArgumentException>(
        () => PolicyRoot.Load(PolicyRoot.Wbp).Decider.Decide(default, [new(default, default)], []));

    [Fact]
    public void Decide_NoDecisionObject_SaysWhatToDoInstead()
    {
        var request = Ask("politie-noord", "ashg-noord", "REFER", Initiative.Push, "G-WPG20", Evidence.RecentArticle8);

        var decision = PolicyRoot.Load(PolicyRoot.Wbp).Decider.Decide(request, [], []);

        Assert.Contains(decision.Unmet, u => u.Text.StartsWith("Geef het slachtoffer zelf het nummer van het ASHG", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_EvidenceClaimedWithoutTheObject_Denies()
    {
        // 2010-01-01 lies within the term of the decision; 2009-02-01 less a day does not: the covenant's own object decides, not the claim.
        var request = Ask("politie-noord", "ashg-noord", "REFER", Initiative.Push, "G-WPG20", Evidence.RecentArticle8 | Evidence.Article20Decision);
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var decider = snapshot.Decider;

        Assert.Equal(Verdict.Permit, decider.Decide(request with { LawDate = new DateOnly(2010, 1, 1) }, [], []).Verdict);
        Assert.Equal(Verdict.Deny, decider.Decide(request with { To = PartnerId.Parse("amk-noord") }, [], []).Verdict);
        Assert.NotNull(Article20.Find(snapshot.Covenant, request.From, request.To, request.Purpose, request.LawDate));
        Assert.Null(Article20.Find(snapshot.Covenant, request.From, request.To, new Purpose("ACUTE"), request.LawDate));
        Assert.Null(Article20.Find(snapshot.Covenant, request.From, request.To, request.Purpose, new DateOnly(2011, 2, 1)));
    }

    private static PolicySnapshot Load(string layer) => layer == "statute" ? PolicyRoot.LoadStatute() : PolicyRoot.Load(layer);

    private const int AllEvidence = (1 << 23) - 1;

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<PolicyRequest> Requests(PolicySnapshot snapshot)
    {
        var partners = Pick([.. snapshot.Partners.Keys, PartnerId.Parse("niemand")]);
        var purposes = Pick([.. snapshot.Purposes.Keys, "nonsense"]);
        var grounds = Pick([.. snapshot.Grounds.Keys, "G-NONSENSE"]);
        var dates = Pick(new DateOnly(2009, 6, 1), new DateOnly(2010, 12, 31), new DateOnly(2025, 6, 1), new DateOnly(2006, 1, 1), new DateOnly(2015, 1, 1), new DateOnly(2013, 8, 1), new DateOnly(2018, 6, 1), new DateOnly(2007, 7, 1), new DateOnly(2012, 3, 1));

        // Half of the requests are like one that a rule permits, or random points would nearly all be denied.
        var rules = Gen.OneOf(Pick([.. snapshot.Decider.Table.Rules]), Pick([.. snapshot.Decider.Table.Rules.Where(r => !r.IsProhibition)]));
        var near = rules.SelectMany(rule => Gen.Select(
            Pick([.. snapshot.Covenant.Parties.Where(p => rule.From.Contains(snapshot.Partners[p].Kind.Code)), PartnerId.Parse("niemand")]),
            Pick([.. snapshot.Covenant.Parties.Where(p => rule.To.Contains(snapshot.Partners[p].Kind.Code)), PartnerId.Parse("niemand")]),
            Pick([.. rule.Purposes]), Pick([.. rule.By]), Pick([.. rule.Grounds.DefaultIfEmpty("G-CONSENT")]), Gen.OneOf(Gen.Const(snapshot.Covenant.Reenactment ?? Held(snapshot, rule)), dates), Gen.OneOf(Gen.Const(AllEvidence), Gen.Int[0, AllEvidence]),
            (from, to, purpose, by, ground, date, evidence) => Ask(from, to, purpose, by, ground, (Evidence)evidence, date) with { Emergency = rule.IsEmergency }));
        var any = Gen.Select(partners, partners, purposes, Gen.Int[0, 5], grounds, dates, Gen.Int[0, AllEvidence], (from, to, purpose, by, ground, date, evidence) => Ask(from, to, purpose, (Initiative)by, ground, (Evidence)evidence, date));
        return Gen.Select(Gen.OneOf(near, any), Gen.Int[0, 15], (request, flip) => flip == 0 ? request with { Emergency = !request.Emergency } : request);
    }

    /// <summary>A day on which the rule holds, and the covenant if it has a term.</summary>
    private static DateOnly Held(PolicySnapshot snapshot, Rule rule)
    {
        var first = snapshot.Decider.Table.Words.Profiles[BitOperations.TrailingZeroCount(rule.Profiles)].From;
        return first > snapshot.Covenant.From ? first : snapshot.Covenant.From;
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
