using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The lines of <c>elements/*.yaml</c>: what makes the class of a resource, and the category of an element.</summary>
public sealed class ElementLineTests
{
    private const string Text = """
        resource: Condition
        class:
          default: none
          by:
            - { path: code.coding, system: s1, code: "P*", category: D15 }
            - { path: category.coding, system: s2, code: "*" }
        elements:
          - { path: status, as: structure, subject: class }
          - { path: code, as: class }
          - { path: note, as: D21, subject: structure }
          - { path: asserter, as: D20, subject: class }
          - { path: text, as: withheld }

        """;

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Elements_AreAsTheyStand()
    {
        var source = Read(ReaderFiles.Changed(Text, ", as: structure, subject: class", ", as: structure"))!;

        Assert.Empty(Codes);
        Assert.Equal(default, source.Classification.DefaultClass);
        Assert.Equal([("code.coding", "s1", "P*", "D15"), ("category.coding", "s2", "*", "")], source.Classification.ClassRules.Select(static r => (r.Path, r.System, r.Code, r.Category.ToString())));
        Assert.Equal(
            [
                ("status", ElementKind.Structure, "", ElementKind.Withheld), ("code", ElementKind.ResourceClass, "", ElementKind.Withheld), ("note", ElementKind.Category, "D21", ElementKind.Structure),
                ("asserter", ElementKind.Category, "D20", ElementKind.ResourceClass), ("text", ElementKind.Withheld, "", ElementKind.Withheld),
            ],
            source.Classification.Elements.Select(static e => (e.Path, e.Kind, e.Category.ToString(), e.Subject)));
        Assert.Equal((1, 8, 12), (source.ResourceLine, source.Lines["status"], source.Lines["text"]));
        Assert.Equal([5, 6], source.ClassLines);
    }

    [Fact]
    public void Read_SubjectOfWhatHasNoCategory_IsRefused()
    {
        Read(Text);

        Assert.Equal([PolicyErrorCodes.WrongShape], Codes);
    }

    [Theory]
    [InlineData("path: code.coding, ")]
    [InlineData("system: s1, ")]
    [InlineData("code: \"P*\", ")]
    public void Read_ClassLineWithOnePartMissing_IsLeftOut(string part)
    {
        var source = ReadGood(part, "")!;

        Assert.Equal([PolicyErrorCodes.MissingKey], Codes);
        Assert.Equal(["s2"], source.Classification.ClassRules.Select(static r => r.System));
        Assert.Equal([6], source.ClassLines);
    }

    [Theory]
    [InlineData("category: D15", "category: D51", PolicyErrorCodes.UnknownCode)]
    [InlineData(", category: D15", "", PolicyErrorCodes.MissingKey)]
    [InlineData("category: D15", "category: D15, x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("code: \"*\"", "code: \"*\", category: D14", PolicyErrorCodes.WrongShape)]
    [InlineData("code: \"P*\"", "code: \"P*1\"", PolicyErrorCodes.WrongShape)]
    [InlineData("code: \"P*\"", "code: \"*P\"", PolicyErrorCodes.WrongShape)]
    [InlineData("default: none", "default: no-one", PolicyErrorCodes.UnknownCode)]
    [InlineData("default: none", "default: none\n  x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("path: text, as: withheld", "path: text", PolicyErrorCodes.MissingKey)]
    [InlineData("path: text, as: withheld", "as: withheld", PolicyErrorCodes.MissingKey)]
    [InlineData("path: text, as: withheld", "path: text, as: withheld, x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("path: text, as: withheld", "path: text, as: withheld, subject: class", PolicyErrorCodes.WrongShape)]
    [InlineData("path: text, as: withheld", "path: code, as: withheld", PolicyErrorCodes.DuplicateId)]
    [InlineData("subject: structure", "subject: D21", PolicyErrorCodes.UnknownCode)]
    [InlineData("resource: Condition\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("resource: Condition", "resource: condition", PolicyErrorCodes.NameMismatch)]
    [InlineData("elements:\n", "x: z\nelements:\n", PolicyErrorCodes.UnknownKey)]
    public void Read_OneThingWrong_IsToldOnce(string old, string replacement, string code)
    {
        ReadGood(old, replacement);

        Assert.Equal([code], Codes);
    }

    [Fact]
    public void Read_ElementThatStandsTwice_IsTakenOnce() =>
        Assert.Equal(["status", "code", "note", "asserter"], ReadGood("path: text, as: withheld", "path: code, as: withheld")!.Classification.Elements.Select(static e => e.Path));

    [Fact]
    public void Read_NoElements_IsTold()
    {
        Assert.Null(ElementsFile.Read("elements/Condition.yaml", Encoding.UTF8.GetBytes("resource: Condition\n")).Source);
        Read("resource: Condition\n");
        Assert.Equal([PolicyErrorCodes.MissingKey], Codes);
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private ElementSource? ReadGood(string old, string replacement) =>
        Read(ReaderFiles.Changed(ReaderFiles.Changed(Text, ", as: structure, subject: class", ", as: structure"), old, replacement));

    private ElementSource? Read(string text) => ElementsFile.Read("elements/Condition.yaml", Encoding.UTF8.GetBytes(text), _errors);
}
