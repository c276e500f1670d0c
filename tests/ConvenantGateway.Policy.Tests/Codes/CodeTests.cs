using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The closed lists of codes: what each word means, and that nothing else means anything.</summary>
public sealed class CodeTests
{
    [Fact]
    public void TryParse_EveryEvidenceWord_IsAFlagOfItsOwn()
    {
        var flags = EvidenceWords.All.Select(static w => EvidenceWords.TryParse(w, out var flag) ? flag : Evidence.None).ToList();

        Assert.Equal(EvidenceWords.Flags, flags);
        Assert.Equal(Enum.GetValues<Evidence>().Where(static e => e != Evidence.None).Order(), flags.Order());
        Assert.Equal(EvidenceWords.All, EvidenceWords.Words(flags.Aggregate(static (a, b) => a | b)));
        Assert.Equal(flags.Count, EvidenceWords.Size(flags.Aggregate(static (a, b) => a | b)));
        Assert.False(EvidenceWords.TryParse("Consent", out _));
        Assert.False(EvidenceWords.TryParse(null, out _));
        Assert.Empty(EvidenceWords.Words(Evidence.None));
    }

    [Fact]
    public void Texts_OfEvidence_AreOnePhrasePerFlag()
    {
        Assert.Equal(2, EvidenceWords.Dutch(Evidence.Consent | Evidence.Weighing).Count());
        Assert.Equal(2, EvidenceWords.English(Evidence.Consent | Evidence.Weighing).Count());
        Assert.Contains("consent", Assert.Single(EvidenceWords.English(Evidence.Consent)), StringComparison.Ordinal);
        Assert.NotEqual(EvidenceWords.Dutch(Evidence.Consent), EvidenceWords.English(Evidence.Consent));
    }

    [Fact]
    public void Words_OfEveryClosedList_ReadBack()
    {
        Assert.All(CodeWords.Initiatives, static w => Assert.Equal(w, CodeWords.Word(CodeWords.Initiative(w))));
        Assert.All(CodeWords.Rollen, static w => Assert.Equal(w, CodeWords.Word(CodeWords.Rol(w))));
        Assert.All(CodeWords.Origins, static w => Assert.Equal(w, CodeWords.Word(CodeWords.Origin(w))));
        Assert.All(CodeWords.Levels, static w => Assert.Equal(w, CodeWords.Level(w).ToString()));
        Assert.Equal((Initiative.Push, Initiative.Status), (CodeWords.Initiative("push"), CodeWords.Initiative("status")));
        Assert.Equal((BetrokkeneRol.Slachtoffer, BetrokkeneRol.Hulpvrager), (CodeWords.Rol("slachtoffer"), CodeWords.Rol("hulpvrager")));
        Assert.Equal((OfficerRole)1, CodeWords.Officer("fg"));
        Assert.Equal("none", CodeWords.Word(Initiative.None));
        Assert.Equal("onbekend", CodeWords.Word(BetrokkeneRol.Onbekend));
        Assert.Equal("WPG+HVB", CodeWords.Word(DataOrigins.Wpg | DataOrigins.Hvb));
        Assert.Throws<ArgumentException>(static () => CodeWords.Level("l1"));
    }

    [Fact]
    public void Read_RoleOfATag_IsThatRoleOrNone()
    {
        Assert.All(CodeWords.Rollen.Where(static w => w != "zaak"), static w => Assert.Equal(RolSet.Of(CodeWords.Rol(w)), RolCodes.Read(Encoding.UTF8.GetBytes(w))));
        Assert.Equal(RolSet.Of(BetrokkeneRol.Pleger), RolCodes.Read("vermoedelijke-pleger"u8));
        Assert.All(new[] { "zaak", "", "Kind", "kind " }, static w => Assert.Equal(RolSet.Of(BetrokkeneRol.Onbekend), RolCodes.Read(Encoding.UTF8.GetBytes(w))));
    }

    [Fact]
    public void Roles_OfTwo_AreBothInOrder()
    {
        var both = RolSet.Of(BetrokkeneRol.Kind) | RolSet.Of(BetrokkeneRol.Slachtoffer);

        Assert.Equal([BetrokkeneRol.Slachtoffer, BetrokkeneRol.Kind], both.Roles());
        Assert.True(both.Contains(BetrokkeneRol.Kind));
        Assert.False(both.Contains(BetrokkeneRol.Pleger));
        Assert.True(default(RolSet).IsEmpty);
        Assert.False(both.IsEmpty);
    }

    [Fact]
    public void Categories_AsASet_AreSetAlgebra()
    {
        var (two, one) = (CategorySet.Of(1) | CategorySet.Of(26), CategorySet.Of(1));

        Assert.Equal("D01 D26", two.ToString());
        Assert.Equal((2, 26), (two.Size, CategorySet.All.Size));
        Assert.Equal(CategorySet.Of(26), two - one);
        Assert.Equal(one, two & (one | CategorySet.Of(2)));
        Assert.True(two.Contains(one) && two.Contains(default) && two.Overlaps(one));
        Assert.False(one.Contains(two) || one.Overlaps(CategorySet.Of(26)) || one.Overlaps(default));
        Assert.True(default(CategorySet).IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(static () => CategorySet.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => CategorySet.Of(27));
    }

    [Theory]
    [InlineData("D01", 1)]
    [InlineData("D26", 26)]
    [InlineData("D00", 0)]
    [InlineData("D27", 0)]
    [InlineData("D1", 0)]
    [InlineData("D001", 0)]
    [InlineData("d01", 0)]
    [InlineData("D+1", 0)]
    [InlineData("", 0)]
    public void TryParse_Category_IsOneCodeOfThree(string code, int number)
    {
        Assert.Equal(number > 0, CategorySet.TryParse(code, out var set));
        Assert.Equal(number > 0 ? CategorySet.Of(number) : default, set);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("ashg-noord", true)]
    [InlineData("z9-0", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a_b", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    public void TryParse_PartnerId_IsASlug(string? text, bool expected)
    {
        Assert.Equal(expected, PartnerId.TryParse(text, out var id));
        Assert.Equal(expected ? text : "", id.Value);
    }

    [Fact]
    public void Parse_PartnerId_IsAtMostSixtyFour()
    {
        Assert.Equal(64, PartnerId.Parse(new string('a', 64)).Value.Length);
        Assert.Throws<FormatException>(static () => PartnerId.Parse(new string('a', 65)));
    }

    [Fact]
    public void Obligations_Known_HaveASentenceInBothLanguages()
    {
        Assert.All(ObligationWords.All, static w =>
        {
            var obligation = new Obligation(w);
            Assert.True(ObligationWords.IsKnown(obligation));
            Assert.NotEqual(w, ObligationWords.Dutch(obligation));
            Assert.NotEqual(ObligationWords.Dutch(obligation), ObligationWords.English(obligation));
            Assert.NotEqual(w, ObligationWords.English(obligation));
        });
        Assert.Equal(ObligationWords.All.Order(StringComparer.Ordinal), ObligationWords.All);
        Assert.False(ObligationWords.IsKnown(default) || ObligationWords.IsKnown(new Obligation("No-onward")));
        Assert.Equal(("x", "x"), (ObligationWords.Dutch(new Obligation("x")), ObligationWords.English(new Obligation("x"))));
        Assert.Equal(("", ""), (ObligationWords.Dutch(default), ObligationWords.English(default)));
    }

    [Fact]
    public void Codes_ByDefault_AreEmptyText() =>
        Assert.Equal(["", "", "", "", ""], new[] { default(Ground).ToString(), default(Purpose).ToString(), default(RuleId).ToString(), default(PartyKind).ToString(), default(Obligation).ToString() });
}
