namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class DiffTests
{
    private const string Centre = "statute/centre.rules.yaml";
    private const string Covenant = "covenant/modelconvenant-2009/covenant.yaml";

    [Fact]
    public void Compare_SameSet_FindsNothing()
    {
        var comparison = Compare(PolicyRoot.Files, PolicyRoot.Files);

        Assert.Empty(comparison.NewlyAllowed);
        Assert.Empty(comparison.NewlyDenied);
    }

    [Theory]
    [InlineData(Centre, "kind: { categories: [D01, D02, D04, D06, D07, D08, D22] }", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22, D23] }", "ASHG → AMK, REPORT-CHILD, push, G-MELD-CHILD, kind", "D23")]
    [InlineData("statute/police.rules.yaml", "grounds: [G-WPG20]\n    evidence: [recent-article8]", "grounds: [G-WPG20]", "POL → ASHG, REFER, push, G-WPG20", "exchange")]
    [InlineData("grounds.yaml", "english: \"right to report child abuse\"\n    evidence: [weighing]", "english: \"right to report child abuse\"\n    evidence: []", "ground G-MELD-CHILD", "demands less")]
    [InlineData(Covenant, "until: 2011-01-31", "until: 2012-01-31", "covenant, term", "2009-02-01 to 2012-01-31")]
    [InlineData(Covenant, "status-persons-per-hour: 30", "status-persons-per-hour: 31", "covenant, status-persons-per-hour", "31")]
    [InlineData("covenant/modelconvenant-2009/decisions/art20-ashg-2009.yaml", "D07, D09]", "D07, D09, D22]", "article 20 decision art20-ashg-2009", "D01 D02 D04 D06 D07 D09 D22")]
    [InlineData("elements/Patient.yaml", "{ path: address, as: D04 }", "{ path: address, as: D01 }", "Patient.address", "D01")]
    [InlineData(Covenant, "  - gemeente-noord\n", "  - gemeente-noord\n  - veilig-thuis-noord\n", "party veilig-thuis-noord", "takes part, longer or as another kind")]
    public void Compare_Widening_NamesWhereAndWhat(string path, string old, string replacement, string where, string what)
    {
        var changed = PolicyRoot.Files.With(path, old, replacement);

        var comparison = Compare(PolicyRoot.Files, changed);

        Assert.Contains(comparison.NewlyAllowed, c => c.Where == where && c.What == what && c.Example.Length > 0);
    }

    [Fact]
    public void Compare_RequirementThatTheBasisDemandsAnyway_ChangesNothing()
    {
        var changed = PolicyRoot.Files.With(Centre, "        basis: G-LEGIT\n        requires: [weighing]\n", "        basis: G-LEGIT\n");

        Assert.Empty(Compare(PolicyRoot.Files, changed).NewlyAllowed);
    }

    [Fact]
    public void Compare_DroppedObligation_IsAWidening()
    {
        var changed = PolicyRoot.Files.With(Centre, "obligations: [inform-betrokkene, niet-in-portaal]", "obligations: [niet-in-portaal]");

        Assert.Contains(Compare(PolicyRoot.Files, changed).NewlyAllowed, c => c.What == "without inform-betrokkene");
    }

    [Fact]
    public void Compare_OwnBasisForTheSuspect_IsAWidening()
    {
        // With an own basis the victim's consent no longer caps what flows about the role: only a comparison without consent shows it.
        var changed = PolicyRoot.Files.With("statute/care.rules.yaml", "kind: { categories: [D01, D06, D07] }", "kind: { categories: [D01, D06, D07], basis: G-LEGIT }");

        Assert.Contains(Compare(PolicyRoot.Files, changed).NewlyAllowed, c => c.Where.EndsWith("G-CONSENT, kind", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_Narrowing_AllowsNothingNew()
    {
        var changed = PolicyRoot.Files.With(Centre, "kind: { categories: [D01, D02, D04, D06, D07, D08, D22] }", "kind: { categories: [D01, D06] }");

        var comparison = Compare(PolicyRoot.Files, changed);

        Assert.Empty(comparison.NewlyAllowed);
        Assert.Contains(comparison.NewlyDenied, c => c.Where.EndsWith("kind", StringComparison.Ordinal) && c.What == "D02 D04 D07 D08 D22");
    }

    private static PolicyComparison Compare(PolicyFiles old, PolicyFiles candidate) => PolicyDiff.Compare(Load(old), Load(candidate));

    private static PolicySnapshot Load(PolicyFiles files)
    {
        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        return result.Snapshot!;
    }
}
