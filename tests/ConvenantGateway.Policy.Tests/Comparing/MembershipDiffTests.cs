using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>When parties join and leave, and what they declared after prior investigation.</summary>
public sealed class MembershipDiffTests
{
    private static readonly PriorInvestigation Declared = new("R-1", TestCovenant.Centre, "31(1)(c)", "m1", TestCovenant.Day);
    private static readonly PolicyChange Longer = new("party opvang-noord, term", "joins earlier or leaves later", "from opvang-noord to any party");
    private static readonly PolicyChange Shorter = new("party opvang-noord, term", "joins later or leaves earlier", "from opvang-noord to any party");

    [Fact]
    public void Compare_PartyThatJoinsEarlier_IsAWidening()
    {
        Widens(Member(TestCovenant.Day, null), Member(null, null));
        Widens(Member(TestCovenant.Day.AddDays(1), null), Member(TestCovenant.Day, null));
        Compared.IsSame(Member(TestCovenant.Day, null), Member(TestCovenant.Day, null));
    }

    [Fact]
    public void Compare_PartyThatLeavesLater_IsAWidening()
    {
        Widens(Member(null, TestCovenant.Day), Member(null, null));
        Widens(Member(null, TestCovenant.Day), Member(null, TestCovenant.Day.AddDays(1)));
        Compared.IsSame(Member(null, TestCovenant.Day), Member(null, TestCovenant.Day));
    }

    [Fact]
    public void Compare_PartyThatJoinsAndLeavesEarlier_IsBoth() =>
        Compared.Holds(PolicyDiff.Compare(Member(TestCovenant.Day, null), Member(null, TestCovenant.Day)), [Longer], [Shorter]);

    [Fact]
    public void Compare_PartyThatIsNoMoreParty_HasNoTerm() => Compared.Closes(
        Member(TestCovenant.Day, null),
        Compared.With(static t => t with { Parties = [TestCovenant.Centre, TestCovenant.Police] }),
        Compared.Change("party opvang-noord", "takes part no longer, shorter or as another kind", "from opvang-noord to any party"));

    [Fact]
    public void Compare_DeclarationMore_IsAWidening()
    {
        Compared.Opens(Declares(), Declares(Declared), Compared.Change("prior investigation, R-1", "declared for ashg-noord", "from ashg-noord, rule R-1"));
        Compared.Closes(Declares(Declared), Declares(), Compared.Change("prior investigation, R-1", "no longer declared for ashg-noord", "from ashg-noord, rule R-1"));
    }

    [Fact]
    public void Compare_DeclarationOfAnEarlierDay_IsAWidening()
    {
        var later = Declared with { Date = TestCovenant.Day.AddDays(1) };

        Compared.Opens(Declares(later), Declares(Declared), Compared.Change("prior investigation, R-1", "declared for ashg-noord", "from ashg-noord, rule R-1"));
        Compared.Closes(Declares(Declared), Declares(later), Compared.Change("prior investigation, R-1", "no longer declared for ashg-noord", "from ashg-noord, rule R-1"));
        Compared.IsSame(Declares(Declared), Declares(Declared with { Number = "m2" }));
    }

    [Fact]
    public void Compare_OneDeclarationOfTwoLess_IsANarrowing()
    {
        var second = Declared with { Rule = "R-2", Partner = TestCovenant.Shelter };

        Compared.Closes(Declares(Declared, second), Declares(second), Compared.Change("prior investigation, R-1", "no longer declared for ashg-noord", "from ashg-noord, rule R-1"));
        Compared.Opens(Declares(second), Declares(second, Declared), Compared.Change("prior investigation, R-1", "declared for ashg-noord", "from ashg-noord, rule R-1"));
    }

    [Theory]
    [InlineData("R-2", "ashg-noord", "31(1)(c)")]
    [InlineData("R-1", "opvang-noord", "31(1)(c)")]
    [InlineData("R-1", "ashg-noord", "31(1)(a)")]
    public void Compare_OtherDeclaration_IsBoth(string rule, string partner, string paragraph) => Compared.Holds(
        PolicyDiff.Compare(Declares(Declared), Declares(Declared with { Rule = rule, Partner = PartnerId.Parse(partner), Paragraph = paragraph })),
        [Compared.Change($"prior investigation, {rule}", $"declared for {partner}", $"from {partner}, rule {rule}")],
        [Compared.Change("prior investigation, R-1", "no longer declared for ashg-noord", "from ashg-noord, rule R-1")]);

    private static void Widens(PolicySnapshot shorter, PolicySnapshot longer)
    {
        Compared.Opens(shorter, longer, Longer);
        Compared.Closes(longer, shorter, Shorter);
    }

    private static PolicySnapshot Declares(params PriorInvestigation[] declared) => Compared.With(t => t with { PriorInvestigations = [.. declared] });

    private static PolicySnapshot Member(DateOnly? joined, DateOnly? left) => Compared.With(t => t with { Accessions = Days(joined), Withdrawals = Days(left) });

    private static FrozenDictionary<PartnerId, DateOnly> Days(DateOnly? day) => (day is { } one ? new[] { KeyValuePair.Create(TestCovenant.Shelter, one) } : []).ToFrozenDictionary();
}
