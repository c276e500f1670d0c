using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

public sealed class ElementTests
{
    private const string Person =
        """{"resourceType":"Patient","id":"p1","identifier":[{"system":"http://bsn","value":"999990019"},{"system":"http://zaak","value":"Z1"}],"active":true,"name":[{"family":"Berg","given":["A","B"]}],"telecom":[{"system":"phone","value":"06-1","use":"temp"},{"system":"phone","value":"06-2","use":"home"}],"gender":"female","birthDate":"1980-01-02","address":[{"line":["Straat 1"],"city":"X"}]}""";

    private static ResourceFilter Filter => Lines.Filter(Lines.Of(
        "Patient", "identifier[system=http://bsn] D03", "identifier[system=http://zaak] D01", "active structure", "name D01", "gender D01", "birthDate D01", "telecom[use=temp] D02", "address D04"));

    [Fact]
    public void Filter_NothingReleased_LeavesStructureOnly() =>
        Assert.Equal("""{"resourceType":"Patient","id":"p1","active":true}""", Filter.Left(Person, default));

    [Fact]
    public void Filter_Identity_LeavesNameNotAddress() =>
        Assert.Equal(
            """{"resourceType":"Patient","id":"p1","identifier":[{"system":"http://zaak","value":"Z1"}],"active":true,"name":[{"family":"Berg","given":["A","B"]}],"gender":"female","birthDate":"1980-01-02"}""",
            Filter.Left(Person, Lines.Scope("D01")));

    [Fact]
    public void Filter_SafeContactOnly_LeavesThatNumber() =>
        Assert.Equal(
            """{"resourceType":"Patient","id":"p1","active":true,"telecom":[{"system":"phone","value":"06-1","use":"temp"}]}""",
            Filter.Left(Person, Lines.Scope("D02")));

    [Fact]
    public void Filter_Everything_StillLeavesWhatNoLineLists() =>
        Assert.DoesNotContain("06-2", Filter.Left(Person, new FilterScope(CategorySet.All, CategorySet.All, null, false)), StringComparison.Ordinal);

    [Fact]
    public void Filter_Cut_ReportsPathCategoryAndCountNeverValues()
    {
        var outcome = Filter.Run(Person, Lines.Scope("D01"));

        Assert.Equal(
            [("Patient.identifier", "D03", 1), ("Patient.telecom", "D02", 1), ("Patient.telecom", "", 1), ("Patient.address", "D04", 1)],
            outcome.Withheld.Select(static w => (w.Path, w.Category.ToString(), w.Count)).OrderBy(static w => Array.IndexOf(["Patient.identifier", "Patient.telecom", "Patient.address"], w.Item1)).ThenByDescending(static w => w.Item2));
    }

    [Fact]
    public void Filter_NothingCut_ReportsNothingAndMarksNothing()
    {
        var outcome = Filter.Run("""{"resourceType":"Patient","active":true}""", Lines.Scope("D01", mark: true));

        Assert.Empty(outcome.Withheld);
        Assert.Equal("""{"resourceType":"Patient","active":true}"""u8, outcome.Body!.Utf8.Span);
    }

    [Fact]
    public void Filter_Numbers_KeepTheirText()
    {
        var filter = Lines.Filter(Lines.Of("Observation", "status structure", "code D14", "value D14"));
        const string Json = """{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":0.10e1,"unit":"kg"}}""";

        Assert.Equal(Json, filter.Left(Json, Lines.Scope("D14")));
    }

    [Fact]
    public void Filter_PrettyInput_WritesCompact()
    {
        const string Pretty = "{\n  \"resourceType\" : \"Patient\" ,\n \"active\":\ttrue,\n \"name\": [ { \"family\" : \"B\" } , {\"given\" : [ \"A\" , \"C\" ] } ]\n}\n";

        Assert.Equal("""{"resourceType":"Patient","active":true,"name":[{"family":"B"},{"given":["A","C"]}]}""", Filter.Left(Pretty, Lines.Scope("D01")));
    }

    [Fact]
    public void Filter_MoreSpecificLine_Wins()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "name D01", "name.text withheld", "name.suffix D04"));

        Assert.Equal(
            """{"resourceType":"Patient","name":[{"family":"B"}]}""",
            filter.Left("""{"resourceType":"Patient","name":[{"text":"A B","family":"B","suffix":["x"]},{"text":"only"}]}""", Lines.Scope("D01")));
    }

    [Fact]
    public void Filter_NestedSlice_PicksByFixedValue()
    {
        var filter = Lines.Filter(Lines.Of("Observation", "status structure", "code structure", "category.coding[code=D08] D08"));
        const string Json = """{"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"D14"},{"display":"x","code":"D08"}],"text":"t"},{"text":"u"}],"code":{"text":"c"}}""";

        Assert.Equal("""{"resourceType":"Observation","status":"final","category":[{"coding":[{"display":"x","code":"D08"}]}],"code":{"text":"c"}}""", filter.Left(Json, Lines.Scope("D08")));
    }

    [Fact]
    public void Filter_ClassReleased_LeavesWhatFollowsIt()
    {
        var filter = Lines.Filter(Lines.Of("Observation", "status structure", "code class", "value class"));
        const string Json = """{"resourceType":"Observation","status":"final","code":{"text":"c"},"valueString":"v"}""";

        Assert.Equal(Json, filter.Left(Json, Lines.Scope("D08", resourceClass: "D08")));
    }

    [Theory]
    [InlineData("D14", "D08")]
    [InlineData("D14", "D14 D09")]
    [InlineData("D14", "")]
    public void Filter_ClassNotReleased_WithholdsTheResourceWhole(string released, string resourceClass)
    {
        var filter = Lines.Filter(Lines.Of("Observation", "status structure", "code class"));
        var outcome = filter.Run("""{"resourceType":"Observation","status":"final","code":{"text":"c"}}""", Lines.Scope(released, resourceClass: resourceClass));

        Assert.Null(outcome.Body);
        Assert.Equal("Observation", Assert.Single(outcome.Withheld).Path);
    }

    [Fact]
    public void Filter_TypeWithoutLines_IsWithheldWhole()
    {
        var outcome = Filter.Run("""{"resourceType":"Claim","status":"active"}""", new FilterScope(CategorySet.All, CategorySet.All, null, false));

        Assert.Null(outcome.Body);
        Assert.Equal(new WithheldElement("Claim", default, 1), Assert.Single(outcome.Withheld));
    }

    /// <summary>The lines of a slice and of its parts are one slice, in whatever order they stand.</summary>
    [Theory]
    [InlineData("identifier[system=http://x] D01", "identifier[system=http://x].type withheld")]
    [InlineData("identifier[system=http://x].type withheld", "identifier[system=http://x] D01")]
    public void Filter_SliceWithALineForItsPart_IsOneSlice(string first, string second)
    {
        var left = Lines.Filter(Lines.Of("Patient", first, second)).Left("""{"resourceType":"Patient","identifier":[{"type":{"text":"geheim"},"system":"http://x","value":"1"}]}""", Lines.Scope("D01"));

        Assert.Equal("""{"resourceType":"Patient","identifier":[{"system":"http://x","value":"1"}]}""", left);
    }

    /// <summary>An element whose parts ask for no less than it does is one element: one look cuts it, and the report names it once.</summary>
    [Theory]
    [InlineData("D02", 3)]
    [InlineData("D01 D02", 1)]
    [InlineData("D02 D03", 2)]
    public void Filter_ElementThatIsNotReleased_IsCutAsOneUnlessAPartIs(string released, int cuts)
    {
        var filter = Lines.Filter(Lines.Of("Patient", "active structure", "name D01", "name.family D03", "birthDate D01", "address D04", "address.line.extension[url=http://x] D04", "address.text withheld"));
        var outcome = filter.Run("""{"resourceType":"Patient","active":true,"address":[{"text":"a","city":"b","line":["c"],"_line":[{"extension":[{"url":"http://x","valueString":"c"}]}]}],"name":[{"given":["A"],"text":"a","family":"f"}]}""", Lines.Scope(released));

        Assert.Equal("Patient.address", Assert.Single(outcome.Withheld, static w => w.Path.StartsWith("Patient.address", StringComparison.Ordinal)).Path);
        Assert.Equal(cuts, outcome.Withheld.Count(static w => w.Path.StartsWith("Patient.name", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"active":true,"resourceType":"Patient"}""", true)]
    [InlineData("""{"x":{"resourceType":"Claim"},"active":true,"resourceType":"Patient"}""", true)]
    [InlineData("""{"resourceTyp\u0065":"Patient","active":true}""", false)]
    [InlineData("""{"resourceType":"Pati\u0065nt","active":true}""", false)]
    [InlineData("""{"resourceType":7,"active":true}""", false)]
    [InlineData("""{"resourceType":null,"active":true}""", false)]
    [InlineData("""{"active":true}""", false)]
    [InlineData("{}", false)]
    public void Filter_ResourceType_IsFoundWhereverItStands(string json, bool isFound)
    {
        var outcome = Lines.Filter(Lines.Of("Patient", "active structure")).Run(json, Lines.Scope("D01"));

        Assert.Equal(isFound ? null : FilterErrorCodes.UnknownResource, outcome.Refusal?.Code);
        Assert.Equal(isFound, outcome.Body is not null);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"active":true}""", "Patient")]
    [InlineData("""{"resourceType":"Claim","status":"active"}""", "Claim")]
    public void Filter_ResourceWithheldWhole_IsCutAndSaysSo(string json, string path)
    {
        using var buffer = new FilterBuffer();
        var pass = Lines.Filter(Lines.Of("Patient", "active structure", "deceased D06")).Filter(System.Text.Encoding.UTF8.GetBytes(json), Lines.Scope("D01"), buffer);

        Assert.Equal((false, true, 0, null), (pass.IsKept, pass.IsCut, buffer.Length, pass.Refusal));
        Assert.Equal(path, buffer.Withheld[0].Path);
        Assert.Equal(path == "Patient" ? "D06" : "", buffer.Withheld[0].Category.ToString());
    }

    /// <summary>Choices share their path: the report tells of one element, however often.</summary>
    [Fact]
    public void Withheld_TwoTypesOfOneChoice_AreOneLine()
    {
        var outcome = Lines.Filter(Lines.Of("Patient", "active structure")).Run("""{"resourceType":"Patient","active":true,"multipleBirthBoolean":true,"multipleBirthInteger":2,"gender":"male"}""", Lines.Scope("D01"));

        Assert.Equal([("Patient.gender", 1), ("Patient.multipleBirth", 2)], outcome.Withheld.Select(static w => (w.Path, w.Count)));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true,"name":[{"given":"A"}]}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"name":{"given":["A"]}}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"name":[{"family":["A"]}]}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"name":[["A"]]}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"name":["A"]}""")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""")]
    [InlineData("""{"resourceType":"Patient","active":[true]}""")]
    [InlineData("""{"resourceType":"Patient","active":null}""")]
    public void Filter_OneForMany_IsRefused(string json) =>
        Assert.Equal(FilterErrorCodes.WrongForm, Lines.Filter(Lines.Of("Patient", "active structure", "name D01")).Run(json, Lines.Scope("D01")).Refusal?.Code);

    [Fact]
    public void Check_WrongPaths_AreAllReported()
    {
        var errors = ResourceFilter.Check(Lines.Of("Patient", "naam D01", "name.voornaam D01", "text structure", "contained D01", "meta structure", "name[ D01", "telecom[period=x] D02", "name D01", "deceasedBoolean D01", "extension D01", "name.family.extension D01", "extension[url=http://x] D01"));

        Assert.Equal(9, errors.Count);
        Assert.All(errors, static e => Assert.Equal(FilterErrorCodes.UnknownPath, e.Code));
    }

    [Fact]
    public void Check_UnknownResource_IsReported() =>
        Assert.Equal(FilterErrorCodes.UnknownResource, Assert.Single(ResourceFilter.Check(Lines.Of("Patiënt", "name D01"))).Code);

    [Fact]
    public void Constructor_UnknownPath_Throws() => Assert.Throws<ArgumentException>(static () => Lines.Filter(Lines.Of("Patient", "naam D01")));
}
