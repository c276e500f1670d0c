namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>What a plan file may not be.</summary>
public sealed class LoadTests
{
    private const string Medisch = "wegwijzer/medisch.yaml";
    private const string Outcomes = "wegwijzer/outcomes.yaml";

    [Theory]
    [InlineData(Medisch, "next: W3g", "next: W3", PolicyErrorCodes.WegwijzerUnreachable)]
    [InlineData(Medisch, "next: W9c", "next: W1", PolicyErrorCodes.WegwijzerCycle)]
    [InlineData(Medisch, "next: W9c", "next: W9x", PolicyErrorCodes.WegwijzerUnknownStep)]
    [InlineData(Medisch, "start: W0", "start: W00", PolicyErrorCodes.WegwijzerUnknownStep)]
    [InlineData(Medisch, "      - answer: ja\n        next: OUT-ADVICE\n", "", PolicyErrorCodes.WegwijzerAnswers)]
    [InlineData(Medisch, "        when: { purpose: [ADVICE] }\n", "", PolicyErrorCodes.WegwijzerAnswers)]
    [InlineData(Medisch, "next: W7-3", "next: W7-4", PolicyErrorCodes.WegwijzerUnreachable)]
    [InlineData(Medisch, "next: W10k", "next: W10m", PolicyErrorCodes.WegwijzerUnreachable)]
    [InlineData(Medisch, "    criterion: 4\n", "", PolicyErrorCodes.WegwijzerConflict)]
    [InlineData(Medisch, "    criterion: 4\n", "    criterion: 7\n", PolicyErrorCodes.WrongShape)]
    [InlineData(Medisch, "next: OUT-GO-CONSENT", "next: OUT-CONFLICT", PolicyErrorCodes.WegwijzerConflict)]
    [InlineData(Medisch, "kinds: [HA,", "kinds: [HAA,", PolicyErrorCodes.UnknownCode)]
    [InlineData(Medisch, "kinds: [HA,", "kinds: [POL, HA,", PolicyErrorCodes.DuplicateId)]
    [InlineData(Medisch, "group: medisch", "group: medici", PolicyErrorCodes.NameMismatch)]
    [InlineData(Medisch, "purpose: [ADVICE]", "purpose: [ADVISE]", PolicyErrorCodes.UnknownCode)]
    [InlineData(Medisch, "recipient: [GI]", "recipient: [GIE]", PolicyErrorCodes.UnknownCode)]
    [InlineData(Medisch, "states: [treatment-relation]", "states: [consent]", PolicyErrorCodes.UnknownCode)]
    [InlineData(Medisch, "grounds: [G-DIRECT]", "grounds: [G-DIREKT]", PolicyErrorCodes.UnknownCode)]
    [InlineData(Medisch, "article: \"7:457(2)\"", "article: \"7:457(9)\"", PolicyErrorCodes.UnknownLaw)]
    [InlineData(Medisch, "  - id: W7-2\n", "  - id: W7-1\n", PolicyErrorCodes.DuplicateId)]
    [InlineData(Medisch, "    help: ", "    hulp: ", PolicyErrorCodes.UnknownKey)]
    [InlineData(Medisch, "    mark: sourced\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("wegwijzer/politie.yaml", "given: [\"P3=ja\"]", "given: [\"P3=jawel\"]", PolicyErrorCodes.WegwijzerUnknownStep)]
    [InlineData("wegwijzer/politie.yaml", "given: [\"P3=ja\"]", "given: [\"P8=ja\"]", PolicyErrorCodes.WegwijzerUnknownStep)]
    [InlineData("wegwijzer/politie.yaml", "given: [\"P3=ja\"]", "given: [\"P3\"]", PolicyErrorCodes.WrongShape)]
    [InlineData(Outcomes, "code: OUT-STOP", "code: OUT-HALT", PolicyErrorCodes.UnknownCode)]
    [InlineData(Outcomes, "notice-english: ", "note: ", PolicyErrorCodes.MissingKey)]
    [InlineData(Outcomes, "grounds: [G-CONFLICT]", "grounds: []", PolicyErrorCodes.WegwijzerGround)]
    public void Load_WrongPlan_IsRefusedWithItsCode(string path, string old, string replacement, string code)
    {
        var result = PolicyLoader.Load(PolicyRoot.Files.With(path, old, replacement), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Null(result.Snapshot);
        Assert.Contains(result.Errors, e => e.Code == code && e.File.StartsWith("wegwijzer/", StringComparison.Ordinal));
        Assert.All(result.Errors.Where(static e => !e.Message.Contains("outcome `", StringComparison.Ordinal)), static e => Assert.True(e.Line > 0 && e.Column > 0, e.ToString()));
    }

    [Theory]
    [InlineData("OUT-STOP")]
    [InlineData("OUT-ADVICE")]
    [InlineData("OUT-ESCALATE")]
    public void Load_AdvisingOutcomeThatServesAGround_IsRefused(string outcome)
    {
        var text = System.Text.Encoding.UTF8.GetString(PolicyRoot.Files.Files[Outcomes].Span);
        var at = text.IndexOf("grounds: []", text.IndexOf($"code: {outcome}\n", StringComparison.Ordinal), StringComparison.Ordinal);

        var result = PolicyLoader.Load(PolicyRoot.Files.With(Outcomes, text[..at] + "grounds: [G-CONFLICT]" + text[(at + 11)..]), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(PolicyErrorCodes.WegwijzerGround, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Load_ManyMistakesInTwoPlans_ReportsAllAtOnce()
    {
        var files = PolicyRoot.Files.With(Medisch, "purpose: [ADVICE]", "purpose: [ADVISE]").With(Medisch, "states: [treatment-relation]", "states: [consent]").With("wegwijzer/om.yaml", "next: O3", "next: O33");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(3, result.Errors.Length);
    }

    [Fact]
    public void Manifest_OtherQuestion_IsAnotherManifest()
    {
        var files = PolicyRoot.Files.With(Medisch, "Hebt u toestemming gevraagd?", "Hebt u om toestemming gevraagd?");

        Assert.NotEqual(PolicyLoader.ManifestDigest(PolicyRoot.Files, PolicyRoot.Wbp), PolicyLoader.ManifestDigest(files, PolicyRoot.Wbp));
    }

    [Fact]
    public void Activation_UnsignedChangeOfAQuestion_IsNotProvedNarrower()
    {
        var current = PolicyRoot.Load(PolicyRoot.Wbp);
        var files = PolicyRoot.Files.With(Medisch, "Hebt u toestemming gevraagd?", "Hebt u om toestemming gevraagd?");
        var candidate = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp) with { AssumeSigned = false }).Snapshot!;

        var outcome = PolicyActivation.Decide(current, candidate);

        Assert.Null(outcome.Snapshot);
        Assert.Equal("wegwijzer", Assert.Single(outcome.NewlyAllowed).Where);
    }
}
