namespace ConvenantGateway.Policy.Tests;

/// <summary>Article 20 decisions against each other: what each lists, and what they let flow together.</summary>
public sealed class Article20DiffTests
{
    private const string InEffect = "article 20 decisions, in effect";

    private static readonly Article20Decision Wide = new()
    {
        Id = "d1", From = TestCovenant.Police, Recipients = [TestCovenant.Centre, TestCovenant.Shelter], Categories = TestRules.Set("D01", "D11"), Purposes = [new Purpose("REFER"), new Purpose("TREAT")],
        PurposeLetter = 'a', Authority = "OM", AgreementDate = new DateOnly(2010, 3, 1), ValidFrom = new DateOnly(2010, 4, 1), ValidUntil = new DateOnly(2011, 1, 31),
    };

    private static readonly PolicyChange Listed = new("article 20 decision d1", "D01 D11", "from politie-noord to ashg-noord opvang-noord, purpose REFER TREAT");

    private static readonly PolicyChange Flows = new(InEffect, "D01 D11", "from politie-noord to ashg-noord, purpose REFER, date 2010-04-01");

    public static TheoryData<string> Narrowings => ["categories", "purposes", "recipients", "first day", "last day", "agreement"];

    [Fact]
    public void Compare_DecisionMore_IsAWidening()
    {
        Compared.Opens(Decides(), Decides(Wide), Listed, Flows);
        Compared.Closes(Decides(Wide), Decides(), Listed);
        Compared.IsSame(Decides(Wide), Decides(Wide));
    }

    [Theory]
    [MemberData(nameof(Narrowings))]
    public void Compare_NarrowerDecision_IsANarrowing(string what)
    {
        Compared.Closes(Decides(Wide), Decides(Narrowed(what)), Listed);
        Assert.Contains(Listed, PolicyDiff.Compare(Decides(Narrowed(what)), Decides(Wide)).NewlyAllowed);
    }

    [Fact]
    public void Compare_DecisionOfAnother_IsBoth()
    {
        var changed = PolicyDiff.Compare(Decides(Wide), Decides(Wide with { From = TestCovenant.Centre, Recipients = [TestCovenant.Shelter], Purposes = [new Purpose("REFER")] }));

        Compared.Holds(
            changed,
            [
                Compared.Change("article 20 decision d1", "D01 D11", "from ashg-noord to opvang-noord, purpose REFER"),
                Compared.Change(InEffect, "D01 D11", "from ashg-noord to opvang-noord, purpose REFER, date 2010-04-01"),
            ],
            [Listed]);
    }

    [Fact]
    public void Compare_DecisionWithinOneOfSeveral_IsNoWidening()
    {
        var other = Wide with { Id = "d2", From = TestCovenant.Centre };

        Compared.Closes(Decides(Wide, other), Decides(Narrowed("categories"), other), Listed);
        Compared.Closes(Decides(Wide, other), Decides(other), Listed);
    }

    [Fact]
    public void Compare_DecisionUnderAnotherName_ChangesNothing() => Compared.IsSame(Decides(Wide), Decides(Wide with { Id = "d9", Authority = "burgemeester" }));

    [Fact]
    public void Compare_NarrowDecisionNoLongerFirst_IsAWidening()
    {
        var narrow = Narrowed("categories") with { Id = "d0" };

        Assert.Equal(
            [Compared.Change(InEffect, "D11", "from politie-noord to ashg-noord, purpose REFER, date 2010-04-01")], PolicyDiff.Compare(Decides(narrow, Wide), Decides(Wide, narrow)).NewlyAllowed);
        Compared.IsSame(Decides(Wide, narrow), Decides(narrow, Wide));
    }

    private static Article20Decision Narrowed(string what) => what switch
    {
        "categories" => Wide with { Categories = TestRules.Set("D01") },
        "purposes" => Wide with { Purposes = [new Purpose("REFER")] },
        "recipients" => Wide with { Recipients = [TestCovenant.Shelter] },
        "first day" => Wide with { ValidFrom = Wide.ValidFrom.AddDays(1) },
        "last day" => Wide with { ValidUntil = Wide.ValidUntil.AddDays(-1) },
        _ => Wide with { AgreementDate = Wide.AgreementDate.AddDays(1) },
    };

    private static PolicySnapshot Decides(params Article20Decision[] decisions) => Compared.With(t => t with { Decisions = [.. decisions] });
}
