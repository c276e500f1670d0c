using System.Text;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class ElementsFileTests
{
    private const string Good = """
        resource: Observation
        class:
          default: D14
          by:
            - { path: category.coding, system: "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", code: "*" }
            - { path: category.coding, system: "http://terminology.hl7.org/CodeSystem/observation-category", code: social-history, category: D23 }
        elements:
          - { path: status, as: structure }
          - { path: code, as: class }
          - { path: performer, as: D21 }
          - { path: note, as: withheld }
        """;

    [Fact]
    public void Read_GoodFile_GivesEveryLineWithItsPlace()
    {
        var result = Read(Good);

        Assert.Empty(result.Errors);
        var source = result.Source!;
        Assert.Equal("Observation", source.Classification.ResourceType);
        Assert.Equal("D14", source.Classification.DefaultClass.ToString());
        Assert.Equal(["*", "social-history"], source.Classification.ClassRules.Select(c => c.Code));
        Assert.Equal(
            [ElementKind.Structure, ElementKind.ResourceClass, ElementKind.Category, ElementKind.Withheld],
            source.Classification.Elements.Select(e => e.Kind));
        Assert.Equal(8, source.Lines["status"]);
    }

    [Fact]
    public void Read_CodeAlsoIn_RepeatsEachRuleForACode()
    {
        var result = Read(Good
            .Replace("default: D14", "default: D14\n  code-also-in: [valueCodeableConcept.coding, component.code.coding]", StringComparison.Ordinal)
            .Replace("  by:", "  by:\n    - { path: code.coding, system: \"http://icpc\", code: \"P*\", category: D15 }", StringComparison.Ordinal));

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["code.coding P*", "valueCodeableConcept.coding P*", "component.code.coding P*", "category.coding *", "category.coding social-history"],
            result.Source!.Classification.ClassRules.Select(static c => $"{c.Path} {c.Code}"));
        Assert.Equal([6, 4, 4, 7, 8], result.Source.ClassLines);
    }

    [Fact]
    public void Read_CodeAlsoInWithoutARuleForACode_IsRefused()
    {
        var error = Assert.Single(Read(Good.Replace("default: D14", "default: D14\n  code-also-in: [component.code.coding]", StringComparison.Ordinal)).Errors);

        Assert.Equal((PolicyErrorCodes.WrongShape, 4), (error.Code, error.Line));
    }

    [Fact]
    public void Read_ThreeTypos_ReportsAllWithPlaceAndSuggestion()
    {
        var result = Read(Good.Replace("default: D14", "defualt: D14", StringComparison.Ordinal)
            .Replace("as: structure", "as: structrue", StringComparison.Ordinal)
            .Replace("as: D21", "as: D27", StringComparison.Ordinal));

        Assert.Null(result.Source);
        Assert.Contains(result.Errors, e => e.ToString().StartsWith("elements/Observation.yaml:3:3: CG-POLICY-002", StringComparison.Ordinal) && e.Suggestion!.Contains("default", StringComparison.Ordinal));
        Assert.Contains(result.Errors, e => e.Line == 8 && e.Code == PolicyErrorCodes.UnknownCode && e.Suggestion!.Contains("structure", StringComparison.Ordinal));
        Assert.Contains(result.Errors, e => e.Line == 10 && e.Code == PolicyErrorCodes.UnknownCode);
    }

    [Theory]
    [InlineData("resource: &a Observation\nelements: []", PolicyErrorCodes.ForbiddenYaml, 1)]
    [InlineData("resource: !!str Observation\nelements: []", PolicyErrorCodes.ForbiddenYaml, 1)]
    [InlineData("resource: Observation\nelements: []\nelements: []", PolicyErrorCodes.DuplicateKey, 3)]
    [InlineData("resource: Observation\nelements:\n  - { path: yes, as: D01 }", PolicyErrorCodes.UntypedScalar, 3)]
    [InlineData("resource: Observation\nelements: [", PolicyErrorCodes.Malformed, 3)]
    [InlineData("resource: Patient\nelements: []", PolicyErrorCodes.NameMismatch, 1)]
    [InlineData("- a", PolicyErrorCodes.WrongShape, 1)]
    [InlineData("", PolicyErrorCodes.Malformed, 0)]
    public void Read_WhatIsNotStrict_IsRefusedAtItsLine(string text, string code, int line)
    {
        var result = Read(text);

        Assert.Null(result.Source);
        Assert.Contains(result.Errors, e => e.Code == code && e.Line == line);
    }

    [Fact]
    public void Read_NotUtf8_IsRefused() =>
        Assert.Equal(PolicyErrorCodes.Malformed, Assert.Single(ElementsFile.Read("elements/Observation.yaml", new byte[] { 0xFF, 0xFE, 0x00 }).Errors).Code);

    private static ElementsFileResult Read(string text) => ElementsFile.Read("elements/Observation.yaml", Encoding.UTF8.GetBytes(text));
}
