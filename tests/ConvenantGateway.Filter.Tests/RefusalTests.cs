using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

public sealed class RefusalTests
{
    private static ResourceFilter Filter => Lines.Filter(Lines.Of("Patient", "active structure", "name D01", "contact D21", "multipleBirth D06"));
    private static readonly FilterScope Everything = new(CategorySet.All, CategorySet.All, null, false);

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true,"active":false}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a","family":"b"}]}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient","x":1,"x":2}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient","resourceType":"Flag"}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient"/*x*/}""", FilterErrorCodes.Malformed)]
    [InlineData("{\"resourceType\":\"Patient\"//x\n}", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient","active":true,}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a"},]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a"]}}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient"}{}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient"} x""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient" """, FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Patient","active":tru}""", FilterErrorCodes.Malformed)]
    [InlineData("", FilterErrorCodes.Malformed)]
    [InlineData("""[{"resourceType":"Patient"}]""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"active":true}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceType":"Patiënt"}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceType":"HumanName","family":"a"}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceType":1}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceTyp\u0065":"Patient","active":true}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceType":"P\u0061tient"}""", FilterErrorCodes.UnknownResource)]
    [InlineData("""{"resourceType":"Patient","active":{"x":true}}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","active":"geheim"}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","active":null}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":"2"}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","name":{"family":"a"}}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","name":["a"]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","name":[[{"family":"a"}]]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":["a"]}]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\ud800"}]}""", FilterErrorCodes.NotText)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\udc00"}]}""", FilterErrorCodes.NotText)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\ud83d\u0041"}]}""", FilterErrorCodes.NotText)]
    public void Filter_BadInput_IsRefused(string json, string code)
    {
        var outcome = Filter.Run(json, Everything);

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Null(outcome.Body);
        Assert.DoesNotContain("geheim", outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_PairedSurrogates_AreText() =>
        Assert.Contains("""\ud83d\ude00\\u""", Filter.Left("""{"resourceType":"Patient","name":[{"family":"\ud83d\ude00\\u"}]}""", Everything), StringComparison.Ordinal);

    [Fact]
    public void Filter_InvalidUtf8_IsRefused()
    {
        var json = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","name":[{"family":"x"}]}""");
        json[^5] = 0xFF;

        Assert.Equal(FilterErrorCodes.NotText, Filter.Filter(json, Everything).Refusal?.Code);
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, FilterErrorCodes.TooDeep)]
    public void Filter_Depth_HasItsLimit(int depth, string? code)
    {
        var inner = depth - 1;
        var json = $$"""{"resourceType":"Patient","x":{{new string('[', inner)}}{{new string(']', inner)}}}""";

        Assert.Equal(code, Filter.Run(json, Everything).Refusal?.Code);
    }
}
