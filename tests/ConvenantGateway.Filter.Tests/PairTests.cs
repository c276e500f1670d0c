namespace ConvenantGateway.Filter.Tests;

/// <summary>A repeating primitive and its <c>_x</c>: what stays stands under the same number in both, whichever comes first and however long each is.</summary>
public sealed class PairTests
{
    private const string Kept = """{"extension":[{"url":"http://q","valueCode":"i"}]}""";
    private const string Cut = """{"extension":[{"url":"http://no","valueCode":"i"}]}""";

    private static ResourceFilter Filter => Lines.Filter(Lines.Of("Patient", "active structure", "name D01", "name.given D02", "name.given.extension[url=http://q] D03"));

    [Theory]
    [InlineData("""["A","B"]""", $"[null,{Kept}]", "D01 D02 D03", $$"""{"given":["A","B"],"_given":[null,{{Kept}}]}""")]
    [InlineData("""["A","B"]""", $"[{Kept}]", "D01 D02 D03", $$"""{"given":["A","B"],"_given":[{{Kept}},null]}""")]
    [InlineData("""["A"]""", $"[null,{Kept}]", "D01 D02 D03", $$"""{"given":["A",null],"_given":[null,{{Kept}}]}""")]
    [InlineData("""["A",null,"B"]""", $"[{Cut},{Cut},{Kept}]", "D01 D02 D03", $$"""{"given":["A","B"],"_given":[null,{{Kept}}]}""")]
    [InlineData("""["A",null,"B"]""", $"[{Cut},{Cut},{Cut}]", "D01 D02 D03", """{"given":["A","B"]}""")]
    [InlineData("""["A","B"]""", $"[{Kept},{Kept}]", "D01 D02", """{"given":["A","B"]}""")]
    [InlineData("""["A","B"]""", $"[null,{Kept}]", "D01 D03", $$"""{"_given":[{{Kept}}]}""")]
    [InlineData("""["A","B"]""", $"[{Kept},{Kept}]", "D01", null)]
    [InlineData("[]", $"[{Kept}]", "D01 D02 D03", $$"""{"_given":[{{Kept}}]}""")]
    [InlineData("[null]", "[null]", "D01 D02 D03", null)]
    [InlineData("[]", "[]", "D01 D02 D03", null)]
    public void Filter_BothArrays_StayAligned(string values, string siblings, string released, string? name)
    {
        var first = Left($$"""{"given":{{values}},"_given":{{siblings}}}""", released);
        var second = Left($$"""{"_given":{{siblings}},"given":{{values}}}""", released);

        AssertName(name, first);
        AssertName(name, second);
    }

    [Theory]
    [InlineData("""{"given":["A",null,"B"]}""", "D01 D02 D03", """{"given":["A","B"]}""")]
    [InlineData($$"""{"_given":[null,{{Kept}}]}""", "D01 D02 D03", $$"""{"_given":[{{Kept}}]}""")]
    [InlineData("""{"given":["A"]}""", "D01 D03", null)]
    public void Filter_OneArrayAlone_HasNoNulls(string name, string released, string? left) => AssertName(left, Left(name, released));

    [Theory]
    [InlineData("""{"given":["A","B"],"_given":[null,{"extension":[{"url":"http://q","valueCode":"i"}]}]}""", "D01 D03", "Patient.name.given 1")]
    [InlineData("""{"given":["A","B"],"_given":[{"extension":[{"url":"http://q","valueCode":"i"}]},{"extension":[{"url":"http://q","valueCode":"i"}]}]}""", "D01 D02", "Patient.name.given.extension 2")]
    [InlineData("""{"_given":[{"extension":[{"url":"http://q","valueCode":"i"}]}],"given":["A"]}""", "D01", "Patient.name.given 1, Patient.name.given.extension 1")]
    [InlineData("""{"given":["A"],"_given":[{"extension":[{"url":"http://q","valueCode":"i"}]}]}""", "D01 D02 D03", "")]
    public void Withheld_OfBothArrays_IsCountedOnce(string name, string released, string withheld) => Assert.Equal(
        withheld,
        string.Join(", ", Filter.Run($$"""{"resourceType":"Patient","active":true,"name":[{{name}}]}""", Lines.Scope(released)).Withheld.Select(static w => $"{w.Path} {w.Count}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("""{"given":"A","_given":[{"id":"a"}]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"given":["A"],"_given":{"id":"a"}}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"_given":{"id":"a"},"given":["A"]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"given":{},"_given":{}}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"given":["A"],"_given":["a"]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"given":["A",],"_given":[{"id":"a"}]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"given":["A"],"_given":[{"id":"a"},]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"given":["A"],"use":nul,"_given":[{"id":"a"}]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"given":["A"],"_given":[nul]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"given":[nul],"_given":[null]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"given":["A"],"given":["B"],"_given":[null]}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"given":["A"],"_given":[null],"_given":[null]}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"given":["A"],"_given":[{"id":"a","id":"b"}]}""", FilterErrorCodes.DuplicateKey)]
    public void Filter_WrongForms_AreRefused(string name, string code)
    {
        foreach (var released in (string[])["D01 D02 D03", "D01 D02", "D01 D03"])
        {
            var outcome = Filter.Run($$"""{"resourceType":"Patient","active":true,"name":[{{name}}]}""", Lines.Scope(released));
            Assert.Equal(code, outcome.Refusal?.Code);
            Assert.Empty(outcome.Withheld);
        }
    }

    private static string? Left(string name, string released) => Filter.Left($$"""{"resourceType":"Patient","name":[{{name}}],"active":true}""", Lines.Scope(released));

    private static void AssertName(string? name, string? left) =>
        Assert.Equal(name is null ? """{"resourceType":"Patient","active":true}""" : $$"""{"resourceType":"Patient","name":[{{name}}],"active":true}""", Sorted(left));

    /// <summary>Values before siblings, whichever came first.</summary>
    private static string? Sorted(string? json) => json is not null && json.IndexOf("\"_given\"", StringComparison.Ordinal) is >= 0 and var sibling && json.IndexOf(",\"given\"", StringComparison.Ordinal) is > 0 and var value && value > sibling
        ? json[..sibling] + json[(value + 1)..json.IndexOf("}],\"active\"", value, StringComparison.Ordinal)] + "," + json[sibling..value] + json[json.IndexOf("}],\"active\"", value, StringComparison.Ordinal)..]
        : json;
}
