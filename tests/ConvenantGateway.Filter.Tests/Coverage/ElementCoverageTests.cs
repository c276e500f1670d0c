namespace ConvenantGateway.Filter.Tests;

public sealed class ElementCoverageTests
{
    [Fact]
    public void Of_LinesPartsAndSlices_AreEachOnePath()
    {
        var coverage = ElementCoverage.Of(Lines.Of("Flag", "id structure", "meta.versionId structure", "identifier withheld", "identifier[system=http://x] D01", "identifier[system=http://x].type withheld", "status structure", "code class", "subject.display D21"));

        Assert.Equal(
            [
                "id: structure", "meta.versionId: structure", "meta.lastUpdated: ", "meta.source: ", "meta.profile: ", "meta.security: ", "meta.tag: ", "implicitRules: ", "language: ", "text: ", "contained: ",
                "extension: ", "modifierExtension: ", "identifier: withheld", "identifier[system=http://x]: D01", "identifier[system=http://x].type: withheld", "status: structure", "category: ", "code: class",
                "subject.reference: ", "subject.type: ", "subject.identifier: ", "subject.display: D21", "period: ", "encounter: ", "author: ",
            ],
            coverage.Elements.Select(static e => $"{e.Path}: {e.As}"));
        Assert.Equal((6, 2, 18), (coverage.Classified, coverage.Withheld, coverage.ByDefault.Count()));
        Assert.Equal(["D01 1", "D21 1", "class 1", "structure 3"], coverage.Words.Select(static w => $"{w.Key} {w.Value}"));
    }

    [Fact]
    public void Of_Choice_IsOneUntilATypeHasItsOwnLine()
    {
        var whole = ElementCoverage.Of(Lines.Of("Patient", "deceased structure"));
        var one = ElementCoverage.Of(Lines.Of("Patient", "deceasedBoolean structure"));

        Assert.Contains(whole.Elements, static e => e is { Path: "deceased[x]", State: CoverageState.Classified });
        Assert.Contains(one.Elements, static e => e is { Path: "deceasedBoolean", State: CoverageState.Classified });
        Assert.Contains(one.Elements, static e => e is { Path: "deceased[x]", State: CoverageState.ByDefault });
    }

    [Fact]
    public void Of_ChoiceWithALineForEachType_LeavesNoRest() =>
        Assert.DoesNotContain(ElementCoverage.Of(Lines.Of("Patient", "deceasedBoolean structure", "deceasedDateTime D01")).Elements, static e => e.Path == "deceased[x]");

    [Fact]
    public void Of_PartsAndSlicesAtAnyDepth_AreEachOnePath()
    {
        var coverage = ElementCoverage.Of(Lines.Of(
            "Patient", "contact D21", "contact.name.family D01", "contact.telecom[use=home] D02", "contact.telecom[use=home].period withheld", "identifier[system=http://x] D03", "identifier[system=http://x].type D03", "communication.language D14"));
        var paths = coverage.Elements.Select(static e => $"{e.Path}: {e.As}").ToList();

        Assert.Equal(["contact: D21", "contact.name.family: D01", "contact.telecom[use=home]: D02", "contact.telecom[use=home].period: withheld"], paths.Where(static p => p.StartsWith("contact", StringComparison.Ordinal)));
        Assert.Contains("identifier[system=http://x].type: D03", paths);
        Assert.Equal(["communication.language: D14", "communication.preferred: "], paths.Where(static p => p.StartsWith("communication", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_WrongPath_Throws() => Assert.Throws<ArgumentException>(static () => ElementCoverage.Of(Lines.Of("Patient", "naam D01")));

    [Fact]
    public void TypesWithout_NoFiles_AreAllOfR4()
    {
        var all = ElementCoverage.TypesWithout([]);

        Assert.Equal(148, all.Length);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(147, ElementCoverage.TypesWithout(["Patient"]).Length);
    }
}
