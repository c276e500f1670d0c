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
    public void Of_WrongPath_Throws() => Assert.Throws<ArgumentException>(static () => ElementCoverage.Of(Lines.Of("Patient", "naam D01")));

    [Fact]
    public void TypesWithout_NoFiles_AreAllOfR4()
    {
        var all = ElementCoverage.TypesWithout([]);

        Assert.Equal(148, all.Length);
        Assert.Equal(147, ElementCoverage.TypesWithout(["Patient"]).Length);
    }
}
