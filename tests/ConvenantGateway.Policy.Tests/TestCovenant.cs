using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>A covenant of a few partners over rules made by hand: what a decision makes of one rule, without the folder.</summary>
internal static class TestCovenant
{
    public static readonly DateOnly Day = new(2010, 6, 1);
    public static readonly PartnerId Centre = PartnerId.Parse("ashg-noord");
    public static readonly PartnerId Police = PartnerId.Parse("politie-noord");
    public static readonly PartnerId Shelter = PartnerId.Parse("opvang-noord");

    /// <summary>From the centre to the shelter with consent, about the victim.</summary>
    public static readonly Rule Rule = TestRules.Rule with
    {
        From = ["ASHG"],
        To = ["VO"],
        Purposes = ["REFER"],
        Grounds = ["G-CONSENT"],
        Release = [About(BetrokkeneRol.Slachtoffer, "D01", "D02")],
        Never = default,
        Obligations = [],
        Evidence = Evidence.None,
        WarnWithout = Evidence.None,
        PriorInvestigation = null,
    };

    public static readonly Rule Prohibition = Rule with { Id = "R-X", Title = "verbod", IsProhibition = true, Grounds = [], Release = [], Onward = DataOrigins.None };

    public static readonly Vocabulary Words = TestRules.Words with
    {
        Grounds = new[] { Ground("G-CONSENT", Evidence.Consent), Ground("G-LEGIT", Evidence.Weighing | Evidence.Reason), Ground("G-WPG20", Evidence.Article20Decision), Ground("G-OWN", Evidence.None), Ground("G-VROEG", Evidence.Consent) }
            .ToFrozenDictionary(static g => g.Ground.Code),
        Onward = [new OnwardRule(DataOrigins.Wpg, "politie", TestRules.Set("D11"), Evidence.Reason, true, []), new OnwardRule(DataOrigins.Medical, "medisch", TestRules.Set("D02"), Evidence.None, false, [])],
        CategoryNames = new Dictionary<string, string> { ["D01"] = "naam", ["D02"] = "adres" }.ToFrozenDictionary(),
        LawTitles = new Dictionary<string, string> { ["BWBR1"] = "Wet een" }.ToFrozenDictionary(),
        English = new Dictionary<string, string> { ["REFER"] = "referral", ["G-CONSENT"] = "consent of the person", ["D01"] = "name" }.ToFrozenDictionary(),
    };

    public static readonly CovenantTerms Terms = new()
    {
        Id = "proef", Title = "proef", From = new DateOnly(2010, 1, 1), Until = new DateOnly(2012, 12, 31), Parties = [Centre, Police, Shelter], Decisions = [],
    };

    public static readonly Partner[] Partners = [Partner(Centre, "ASHG"), Partner(Police, "POL"), Partner(Shelter, "VO")];

    public static RoleRelease About(BetrokkeneRol rol, params string[] categories) => new(rol, TestRules.Set(categories), StatusLevel.L0, Evidence.None, null);

    public static BetrokkeneFacts Person(BetrokkeneRol rol, DataOrigins origins = DataOrigins.None) => new(RolSet.Of(rol), CategorySet.All, origins);

    public static PolicyRequest Ask(Evidence evidence = Evidence.Consent, string ground = "G-CONSENT") => new()
    {
        From = Centre, To = Shelter, Purpose = new Purpose("REFER"), By = Initiative.Push, Ground = new Ground(ground), LawDate = Day, Evidence = evidence,
    };

    public static PolicyTable Table(params Rule[] rules) => PolicyTable.Compile(Words, [.. rules], new PolicyErrorList());

    public static PolicyDecider Decider(params Rule[] rules) => Decider(Terms, rules);

    public static PolicyDecider Decider(CovenantTerms terms, params Rule[] rules) => new(Table(rules), terms, Partners);

    public static PolicySnapshot Snapshot(params Rule[] rules) => new()
    {
        ManifestDigest = "",
        Covenant = Terms,
        Partners = Partners.ToFrozenDictionary(static p => p.Id),
        Officers = FrozenDictionary<string, Officer>.Empty,
        Grounds = Words.Grounds,
        Purposes = Words.Purposes,
        CategoryNames = Words.CategoryNames,
        Elements = FrozenDictionary<string, ElementClassification>.Empty,
        Decider = Decider(rules),
    };

    /// <summary>What is released about one person.</summary>
    public static BetrokkeneDecision Released(this PolicyDecider decider, PolicyRequest request, BetrokkeneFacts person)
    {
        var decisions = new BetrokkeneDecision[1];
        decider.Decide(request, [person], decisions);
        return decisions[0];
    }

    /// <summary>The conditions that are unmet, in Dutch and in English.</summary>
    public static IEnumerable<(string Code, string Dutch, string English)> Unmet(this PolicyDecider decider, PolicyRequest request) =>
        decider.Decide(request, [], []).Unmet.Select(static u => (u.Code, u.Text, u.English));

    private static GroundDefinition Ground(string code, Evidence demands) => new(new Ground(code), $"titel van {code}", demands, false) { Profiles = 0b111 };

    private static Partner Partner(PartnerId id, string kind) => new()
    {
        Id = id, Kind = new PartyKind(kind), Name = $"naam van {id}", Region = "noord", CertificateSubject = "", HasSigned = true, Telephone = "", ContactFunction = "",
    };
}
