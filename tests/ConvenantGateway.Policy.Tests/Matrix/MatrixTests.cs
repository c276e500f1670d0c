namespace ConvenantGateway.Policy.Tests;

/// <summary>The sharing matrix: what each rule of the folder becomes as rows and whole.</summary>
[Trait("Mutants", "last")]
public sealed class MatrixTests
{
    private static readonly DateOnly Day = new(2009, 6, 1);
    private readonly PolicySnapshot _snapshot = PolicyRoot.Load(PolicyRoot.Wbp);

    [Fact]
    public void Of_RuleThatPermits_IsARowForEachRole()
    {
        var rows = PolicyMatrix.Of(_snapshot).Where(static r => r.Rule == "R-43").ToList();
        var rule = _snapshot.Decider.Table.Rules.Single(static r => r.Id == "R-43");

        Assert.Equal(rule.Release.Select(static r => CodeWords.Word(r.Rol)), rows.Select(static r => r.Rol));
        Assert.Equal(rule.Release.Select(r => (r.Categories - rule.Never).ToString()), rows.Select(static r => r.Categories));
        Assert.All(rows, r => Assert.Equal(("ASHG", "AMK", "REPORT-CHILD", "push", "G-MELD-CHILD", false, rule.Never.ToString()), (r.From, r.To, r.Purpose, r.By, r.Grounds, r.IsProhibition, r.Never)));
        Assert.All(rows, r => Assert.Equal((rule.Title, string.Join(' ', rule.Obligations), "sourced"), (r.Title, r.Obligations, r.Mark)));
    }

    [Fact]
    public void Of_Prohibition_IsOneRowForAnyone()
    {
        var row = Assert.Single(PolicyMatrix.Of(_snapshot), static r => r.Rule == "R-11a");

        Assert.True(row.IsProhibition);
        Assert.Equal(("*", "POL", "", ""), (row.From, row.To, row.Rol, row.Categories));
        Assert.Contains(PolicyMatrix.Of(_snapshot), static r => r.Mark == "derived");
    }

    [Fact]
    public void Rules_OfTheSet_AreWholeAndInOrder()
    {
        var rules = PolicyMatrix.Rules(_snapshot, Day);
        var loaded = _snapshot.Decider.Table.Rules;

        Assert.Equal(loaded.Select(static r => r.Id), rules.Select(static r => r.Id));
        var kinds = CodeTitles.Of(_snapshot).Kinds.Count();
        foreach (var (rule, whole) in loaded.Zip(rules))
        {
            Assert.Equal((rule.Title, rule.English ?? "", rule.IsProhibition, rule.IsEmergency, rule.IsDerived), (whole.Title, whole.English, whole.IsProhibition, whole.IsEmergency, whole.IsDerived));
            Assert.Equal((rule.Evidence, rule.WarnWithout, rule.Never, rule.Narrows ?? ""), (whole.Evidence, whole.WarnWithout, whole.Never, whole.Narrows));
            Assert.Equal(rule.Release.Select(r => (r.Rol, r.Categories - rule.Never, r.Level, r.Requires, r.Basis ?? "")), whole.Roles.Select(static r => (r.Rol, r.Categories, r.Level, r.Requires, r.Basis)));
            Assert.Equal((rule.From.Length == kinds, rule.To.Length == kinds), (whole.IsFromAnyone, whole.IsToAnyone));
            Assert.Equal(rule.Purposes.Length == _snapshot.Purposes.Count, whole.IsForAnyPurpose);
        }

        Assert.Contains(rules, static r => r.IsFromAnyone);
        Assert.Contains(rules, static r => r.IsForAnyPurpose);
        Assert.Contains(rules, static r => r.Narrows == "R-47");
    }

    [Theory]
    [InlineData("R-43", MatrixPart.Provision)]
    [InlineData("R-46a", MatrixPart.StandingAnswer)]
    [InlineData("R-26", MatrixPart.Question)]
    public void Rules_Part_IsWhatTheRuleSpeaksOf(string id, MatrixPart part) => Assert.Equal(part, PolicyMatrix.Rules(_snapshot, Day).Single(r => r.Id == id).Part);

    [Fact]
    public void Rules_AtADate_TellWhetherTheyHold()
    {
        bool Holds(string id, DateOnly day) => PolicyMatrix.Rules(_snapshot, day).Single(r => r.Id == id).HoldsNow;

        Assert.True(Holds("R-46a", Day));
        Assert.False(Holds("R-46a", new DateOnly(2013, 7, 1)));
        Assert.True(Holds("R-11a", new DateOnly(2026, 1, 1)));
        Assert.False(Holds("R-11a", new DateOnly(1900, 1, 1)));
    }

    [Fact]
    public void Profiles_OfARule_AreFirstAndLast()
    {
        var rules = PolicyMatrix.Rules(_snapshot, Day);

        Assert.Equal("NL-2009–NL-2012", rules.Single(static r => r.Id == "R-46a").Profiles);
        Assert.Equal(rules.Select(static r => r.Profiles).Distinct().Order(), PolicyMatrix.Of(_snapshot).Select(static r => r.Profiles).Distinct().Order());
    }

    [Fact]
    public void Lines_OfRows_AreCsvThatNoSpreadsheetRuns()
    {
        var row = PolicyMatrix.Of(_snapshot)[0];
        string[] titles = ["=1+1", "+1", "-1", "@x", "a,b", "a \"b\"", "a=b", ""];

        var lines = MatrixCsv.Lines(titles.Select(t => row with { Title = t, IsEmergency = t.Length == 0 })).ToList();

        Assert.StartsWith("rule,kind,from,to,purpose,by,profiles,procedure,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["'=1+1", "'+1", "'-1", "'@x", "\"a,b\"", "\"a \"\"b\"\"\"", "a=b", ""], lines.Skip(1).Select(l => l[(l.IndexOf($",{row.Mark},", StringComparison.Ordinal) + row.Mark.Length + 2)..]));
        Assert.Contains(",emergency,", lines[^1], StringComparison.Ordinal);
        Assert.Contains(",ordinary,", lines[1], StringComparison.Ordinal);
        Assert.Contains($",{(row.IsProhibition ? "prohibit" : "permit")},", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_OfCodes_AreInTheLanguageOrTheCodeItself()
    {
        var titles = CodeTitles.Of(_snapshot);
        Func<string, ExplainLanguage, string>[] all = [titles.Kind, titles.Purpose, titles.Ground, titles.Category];
        foreach (var (code, title) in new[] { "ASHG", "REFER", "G-CONSENT", "D05" }.Zip(all))
        {
            Assert.NotEqual(code, title(code, ExplainLanguage.Dutch));
            Assert.NotEqual(title(code, ExplainLanguage.English), title(code, ExplainLanguage.Dutch));
            Assert.Equal(("X", "X"), (title("X", ExplainLanguage.Dutch), title("X", ExplainLanguage.English)));
        }

        Assert.Equal(titles.Kinds.Order(StringComparer.Ordinal), titles.Kinds);
        Assert.True(titles.IsKind("ASHG"));
        Assert.False(titles.IsKind("ashg"));
        Assert.Equal("Wet bescherming persoonsgegevens", titles.Law("BWBR0011468"));
        Assert.Equal("BWB", titles.Law("BWB"));
    }
}
