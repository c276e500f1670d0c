namespace ConvenantGateway.Filter.Tests;

public sealed class SubsettedTests
{
    private const string Tag = """{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}""";

    private static ResourceFilter Filter => Lines.Filter(Lines.Of("Patient", "active structure", "name D01", "meta.tag[system=http://rol] D07"));

    [Theory]
    [InlineData(
        """{"resourceType":"Patient","active":true,"name":[{"family":"x"}]}""",
        """{"resourceType":"Patient","active":true,"meta":{"tag":[#]}}""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"versionId":"1"},"active":true,"name":[{"family":"x"}]}""",
        """{"resourceType":"Patient","meta":{"versionId":"1","tag":[#]},"active":true}""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"tag":[{"system":"http://rol","code":"kind"}],"versionId":"1"},"active":true,"name":[{"family":"x"}]}""",
        """{"resourceType":"Patient","meta":{"tag":[{"system":"http://rol","code":"kind"},#],"versionId":"1"},"active":true}""")]
    [InlineData(
        """{"resourceType":"Patient","meta":{"profile":["x"]},"active":true}""",
        """{"resourceType":"Patient","active":true,"meta":{"tag":[#]}}""")]
    public void Filter_SomethingCut_IsMarkedOnce(string json, string expected)
    {
        expected = expected.Replace("#", Tag, StringComparison.Ordinal);
        var scope = Lines.Scope("D07", mark: true);

        Assert.Equal(expected, Filter.Left(json, scope));
        Assert.Equal(expected, Filter.Left(expected, scope));
    }

    [Fact]
    public void Filter_NotToBeMarked_SaysNothing() =>
        Assert.Equal(
            """{"resourceType":"Patient","active":true}""",
            Filter.Left($$$"""{"resourceType":"Patient","meta":{"tag":[{{{Tag}}}]},"active":true,"name":[{"family":"x"}]}""", Lines.Scope("D07")));
}
