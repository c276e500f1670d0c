using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>A rule and a vocabulary of a few words, made by hand: each test changes one thing of them.</summary>
internal static class TestRules
{
    /// <summary>Complete, and in order: nothing is reported of it.</summary>
    public static Rule Rule { get; } = new()
    {
        Id = "R-1",
        Place = new Place("statute/x.rules.yaml", 3, 5),
        Title = "proef",
        From = ["ASHG", "POL"],
        To = ["VO", "AMK"],
        Purposes = ["REFER", "TREAT"],
        By = [Initiative.Push],
        Holder = RuleHolder.None,
        Profiles = 0b011,
        Grounds = ["G-CONSENT", "G-LEGIT"],
        Release = [new RoleRelease(BetrokkeneRol.Kind, Set("D01", "D02"), StatusLevel.L1, Evidence.Weighing, "G-LEGIT")],
        Never = Set("D05", "D11"),
        Obligations = [new Obligation("no-onward"), new Obligation("written")],
        Evidence = Evidence.Consent,
        Withheld = [],
        IsProhibition = false,
        IsDerived = false,
        Sources = [],
        WarnWithout = Evidence.Meldcode,
        Onward = DataOrigins.Wpg,
        PriorInvestigation = "31(1)(c)",
    };

    public static Rule Prohibition { get; } = Rule with
    {
        IsProhibition = true, Grounds = [], Release = [], Evidence = Evidence.None, WarnWithout = Evidence.None, Onward = DataOrigins.None, PriorInvestigation = null,
    };

    public static Vocabulary Words { get; } = new()
    {
        Profiles = [new Profile("NL-2009", new DateOnly(2009, 1, 1)), new Profile("NL-2013", new DateOnly(2013, 7, 1)), new Profile("NL-2015", new DateOnly(2015, 1, 1))],
        Kinds = new[]
        {
            new PartyKindDefinition(new PartyKind("ASHG"), "steunpunt", DateOnly.MinValue, new DateOnly(2014, 12, 31)),
            new PartyKindDefinition(new PartyKind("POL"), "politie", DateOnly.MinValue, null),
            new PartyKindDefinition(new PartyKind("VO"), "opvang", DateOnly.MinValue, null),
            new PartyKindDefinition(new PartyKind("AMK"), "meldpunt", DateOnly.MinValue, null) { Designations = [new Designation("4:3", new DateOnly(2009, 1, 1), new DateOnly(2013, 7, 1))] },
        }.ToFrozenDictionary(static k => k.Kind.Code),
        Purposes = new Dictionary<string, string> { ["REFER"] = "verwijzen", ["TREAT"] = "behandelen" }.ToFrozenDictionary(),
        CategoryNames = FrozenDictionary<string, string>.Empty,
        Secret = Set("D14", "D19"),
        Grounds = new[]
        {
            Ground("G-CONSENT"), Ground("G-LEGIT"), Ground("G-DIRECT"), Ground("G-WPG18"),
            Ground("G-OLD") with { Profiles = 0b001 },
            Ground("G-OWN") with { UsedBy = ["ASHG"] },
        }.ToFrozenDictionary(static g => g.Ground.Code),
        Laws = FrozenDictionary<(string, string, DateOnly), LawReference>.Empty,
        LawTitles = FrozenDictionary<string, string>.Empty,
        Invariants = [],
        Onward = [],
        Clauses = [],
        English = FrozenDictionary<string, string>.Empty,
    };

    public static CategorySet Set(params string[] codes) => codes.Aggregate(default(CategorySet), static (set, c) => CategorySet.TryParse(c, out var one) ? set | one : set);

    private static GroundDefinition Ground(string code) => new(new Ground(code), code, Evidence.None, false) { Profiles = 0b111, UsedBy = [], Articles = [] };
}
