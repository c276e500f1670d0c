using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Two covenants made by hand that differ in one thing, and what a comparison says of them.</summary>
internal static class Compared
{
    public const string Cell = "ASHG → VO, REFER, push, G-CONSENT";
    public const string Victim = Cell + ", slachtoffer";

    /// <summary>From the centre to the shelter with consent, about the victim; passes on nothing that it received.</summary>
    public static Rule Rule => TestCovenant.Rule with { Onward = DataOrigins.None };

    public static PolicySnapshot Of(params Rule[] rules) => TestCovenant.Snapshot(rules);

    public static PolicySnapshot Of(Vocabulary words, params Rule[] rules) => TestCovenant.Snapshot() with
    {
        Decider = new PolicyDecider(PolicyTable.Compile(words, [.. rules], new PolicyErrorList()), TestCovenant.Terms, TestCovenant.Partners.Where(p => words.Kinds.ContainsKey(p.Kind.Code))),
    };

    public static PolicySnapshot With(Func<CovenantTerms, CovenantTerms> change) => TestCovenant.Snapshot() with { Covenant = change(TestCovenant.Terms) };

    /// <summary>A covenant in which one partner is otherwise.</summary>
    public static PolicySnapshot With(PartnerId id, Func<Partner, Partner> change) => TestCovenant.Snapshot() with
    {
        Partners = TestCovenant.Partners.ToFrozenDictionary(static p => p.Id, p => p.Id == id ? change(p) : p),
    };

    public static PolicySnapshot WithElements(params ElementClassification[] elements) =>
        TestCovenant.Snapshot() with { Elements = elements.ToFrozenDictionary(static e => e.ResourceType) };

    /// <summary>A request with consent on the first day of the first profile.</summary>
    public static string Example(string rest = "", string ground = "G-CONSENT", string evidence = "consent", string date = "2009-01-01") =>
        $"from ASHG to VO, purpose REFER, by push, ground {ground}, evidence [{evidence}], date {date}{rest}";

    public static PolicyChange Change(string where, string what, string example) => new(where, what, example);

    /// <summary>This is newly allowed and nothing is newly denied.</summary>
    public static void Opens(PolicySnapshot old, PolicySnapshot now, params PolicyChange[] changes) => Holds(PolicyDiff.Compare(old, now), changes, []);

    /// <summary>This is newly denied and nothing is newly allowed.</summary>
    public static void Closes(PolicySnapshot old, PolicySnapshot now, params PolicyChange[] changes) => Holds(PolicyDiff.Compare(old, now), [], changes);

    /// <summary>The one set allows what the other does not, and nothing else differs.</summary>
    public static void OpensAndBackCloses(PolicySnapshot narrow, PolicySnapshot wide, params PolicyChange[] changes)
    {
        Opens(narrow, wide, changes);
        Closes(wide, narrow, changes);
    }

    public static void IsSame(PolicySnapshot old, PolicySnapshot now) => Holds(PolicyDiff.Compare(old, now), [], []);

    public static void Holds(PolicyComparison comparison, IReadOnlyList<PolicyChange> allowed, IReadOnlyList<PolicyChange> denied)
    {
        Assert.Equal(allowed, comparison.NewlyAllowed);
        Assert.Equal(denied, comparison.NewlyDenied);
    }
}
