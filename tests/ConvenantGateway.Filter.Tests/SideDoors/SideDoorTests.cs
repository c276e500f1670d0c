using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Each way around an element filter that FHIR has, with everything released: only a line of its own lets it pass.</summary>
public sealed class SideDoorTests
{
    private static readonly FilterScope Everything = new(CategorySet.All, CategorySet.All, new ReleasedTargets("Patient/1", "#c"), false);

    private static ResourceFilter Filter => Lines.Filter(
        Lines.Of("Patient", "active structure", "name D01", "birthDate D01", "gender D01", "communication D01", "extension[url=http://ok] D02", "birthDate.extension[url=http://time] D01", "name.given.extension[url=http://q] D01"),
        Lines.Of("Observation", "status structure", "code D14", "subject structure", "performer D21", "encounter structure", "value D14", "component D14"),
        Lines.Of("Flag", "status structure", "code D08", "subject structure"));

    [Fact]
    public void Filter_Narrative_IsAlwaysCut() => Left(
        """{"resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","text":{"status":"generated","div":"<div>geheim</div>"},"active":true}""");

    [Fact]
    public void Contained_NotListed_IsCut() => Left(
        """{"resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"c","name":[{"family":"geheim"}]}],"active":true}""");

    [Fact]
    public void Contained_WithAReferenceToIt_TakesTheReferenceAlong() => Left(
        """{"resourceType":"Flag","status":"active","code":{"text":"x"},"subject":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}""",
        """{"resourceType":"Flag","contained":[{"resourceType":"Patient","id":"c","active":true}],"status":"active","code":{"text":"x"},"subject":{"reference":"#c"}}""");

    [Fact]
    public void Extension_OnlyTheListedOne_Stays() => Left(
        """{"resourceType":"Patient","extension":[{"url":"http://ok","valueString":"a"}],"active":true}""",
        """{"resourceType":"Patient","extension":[{"url":"http://ok","valueString":"a","extension":[{"url":"http://x","valueString":"geheim"}]},{"url":"http://no","valueString":"geheim"}],"active":true}""");

    [Fact]
    public void Extension_InsideAListedElement_IsCut() => Left(
        """{"resourceType":"Patient","name":[{"family":"B"}]}""",
        """{"resourceType":"Patient","name":[{"id":"geheim","extension":[{"url":"http://x","valueString":"geheim"}],"family":"B","_family":{"extension":[{"url":"http://x","valueString":"geheim"}]}}]}""");

    [Fact]
    public void ModifierExtension_OnTheResource_TakesTheResource()
    {
        var outcome = Filter.Run("""{"resourceType":"Patient","modifierExtension":[{"url":"http://x","valueBoolean":true}],"active":true}""", Everything);

        Assert.Null(outcome.Body);
        Assert.Contains(outcome.Withheld, static w => w.Path == "Patient.modifierExtension");
    }

    [Fact]
    public void ModifierExtension_InAnElement_TakesThatElement() => Left(
        """{"resourceType":"Patient","communication":[{"language":{"text":"nl"}}]}""",
        """{"resourceType":"Patient","communication":[{"modifierExtension":[{"url":"http://x","valueBoolean":true}],"language":{"text":"geheim"}},{"language":{"text":"nl"}}]}""");

    [Fact]
    public void Modifier_OfTheResourceNotListed_TakesTheResource() =>
        Assert.Null(Filter.Left("""{"resourceType":"Patient","active":true,"deceasedBoolean":true}""", Everything));

    [Fact]
    public void Modifier_ImplicitRules_TakesTheResource() =>
        Assert.Null(Filter.Left("""{"resourceType":"Patient","implicitRules":"http://x","active":true}""", Everything));

    [Fact]
    public void Sibling_OnlyTheListedExtension_Stays() => Left(
        """{"resourceType":"Patient","active":true,"birthDate":"1980-01-02","_birthDate":{"extension":[{"url":"http://time","valueDateTime":"1980-01-02T10:00:00Z"}]}}""",
        """{"resourceType":"Patient","active":true,"_active":{"extension":[{"url":"http://x","valueString":"geheim"}]},"birthDate":"1980-01-02","_birthDate":{"id":"geheim","extension":[{"url":"http://time","valueDateTime":"1980-01-02T10:00:00Z"},{"url":"http://x","valueString":"geheim"}]}}""");

    [Fact]
    public void Sibling_Arrays_StayAligned() => Left(
        """{"resourceType":"Patient","name":[{"given":["A",null,"C"],"_given":[null,{"extension":[{"url":"http://q","valueString":"q"}]},null]}]}""",
        """{"resourceType":"Patient","name":[{"_given":[{"extension":[{"url":"http://x","valueString":"geheim"}]},{"extension":[{"url":"http://q","valueString":"q"}]},null],"given":["A",null,"C"]}]}""");

    [Fact]
    public void Sibling_ArrayItemLeftWithNothing_Goes() => Left(
        """{"resourceType":"Patient","name":[{"given":["A","C"]}]}""",
        """{"resourceType":"Patient","name":[{"given":["A",null,"C"],"_given":[null,{"extension":[{"url":"http://x","valueString":"geheim"}]},null]}]}""");

    /// <summary>Found at random: the sibling went with a value array that no line lists.</summary>
    [Fact]
    public void Sibling_ListedExtensionOfAnUnlistedArray_Stays()
    {
        var filter = Lines.Filter(Lines.Of("Organization", "alias.extension[url=http://q] D01"));

        Assert.Equal(
            """{"resourceType":"Organization","_alias":[{"extension":[{"url":"http://q","valueString":"q"}]}]}""",
            filter.Left("""{"resourceType":"Organization","alias":["geheim","geheim"],"_alias":[null,{"extension":[{"url":"http://q","valueString":"q"}]}]}""", Everything));
    }

    [Fact]
    public void Sibling_ArrayWithoutListedExtension_LeavesNoNulls()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "name D01"));

        Assert.Equal(
            """{"resourceType":"Patient","name":[{"prefix":["A","C"]}]}""",
            filter.Left("""{"resourceType":"Patient","name":[{"prefix":["A",null,"C"],"_prefix":[null,{"extension":[{"url":"http://x","valueString":"geheim"}]},null]}]}""", Everything));
    }

    [Fact]
    public void Reference_DisplayAndIdentifier_AreCut() => Left(
        """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1","type":"Patient"}}""",
        """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1","type":"Patient","identifier":{"value":"geheim"},"display":"geheim"}}""");

    /// <summary>A partner known by its number stays known, though the register it points into is not the reader's.</summary>
    [Theory]
    [InlineData("""{"reference":"Organization/geheim","type":"Organization","identifier":{"system":"http://p","value":"ggz"},"display":"geheim"}""")]
    [InlineData("""{"identifier":{"system":"http://p","value":"ggz"},"display":"geheim","type":"Organization","reference":"Organization/geheim"}""")]
    public void Reference_ToWhatIsNotReleased_LeavesTheNumberThatIsListed(string recipient) => Assert.Equal(
        """{"resourceType":"Communication","status":"completed","recipient":[{"identifier":{"system":"http://p","value":"ggz"}}]}""",
        Lines.Filter(Lines.Of("Communication", "status structure", "recipient structure", "recipient.identifier[system=http://p] structure")).Left(
            $$$$$$"""{"resourceType":"Communication","status":"completed","recipient":[{{{{{{recipient}}}}}},{"reference":"Patient/2"}]}""", Everything));

    /// <summary>Why a modifier has no value may be all that it says: without it, what is left would mean something else.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Observation","_status":{"extension":[{"url":"x","valueCode":"unknown"}]},"code":{"text":"c"}}""", null)]
    [InlineData("""{"resourceType":"Patient","active":true,"_gender":{"extension":[{"url":"x","valueCode":"unknown"}]},"_active":{"id":"a"}}""", """{"resourceType":"Patient","active":true}""")]
    [InlineData("""{"resourceType":"Patient","gender":"male","_active":{"id":"a"}}""", null)]
    [InlineData("""{"resourceType":"Patient","active":true,"extension":[{"_url":{"id":"x"},"valueCode":"a"},{"url":"http://ok","_url":{"id":"x"},"valueCode":"b"}]}""", """{"resourceType":"Patient","active":true,"extension":[{"url":"http://ok","valueCode":"b"}]}""")]
    public void Sibling_OfAModifierAlone_TakesWhatItModifies(string input, string? left) => Assert.Equal(left, Filter.Left(input, Everything));

    [Fact]
    public void Reference_DisplayOnly_Goes() => Left(
        """{"resourceType":"Observation","status":"final","code":{"text":"c"}}""",
        """{"resourceType":"Observation","status":"final","code":{"text":"c"},"performer":[{"display":"geheim"}]}""");

    [Theory]
    [InlineData("Encounter/geheim")]
    [InlineData("#c")]
    [InlineData("https://ggz.example/geheim")]
    public void Reference_ToWhatWasCut_Goes(string target) => Left(
        """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}""",
        $$"""{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"encounter":{"reference":"{{target}}"},"performer":[{"reference":"{{target}}"}]}""");

    [Fact]
    public void Reference_Escaped_IsAskedUnescaped()
    {
        var targets = new ReleasedTargets("Patient/1");
        var left = Filter.Left("""{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient\/\u0031"}}""", new FilterScope(CategorySet.All, default, targets, false));

        Assert.Contains("""Patient\/\u0031""", left, StringComparison.Ordinal);
        Assert.Equal(["Patient/1"], targets.Asked);
    }

    [Fact]
    public void Reference_NobodyToAsk_Goes() =>
        Assert.DoesNotContain("Patient/1", Filter.Left("""{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}""", new FilterScope(CategorySet.All, CategorySet.All, null, false)), StringComparison.Ordinal);

    [Fact]
    public void Mandatory_Cut_IsMasked() => Left(
        """{"resourceType":"Flag","status":"active","code":{"text":"x"},"subject":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}""",
        """{"resourceType":"Flag","status":"active","code":{"text":"x"},"subject":{"reference":"Patient/geheim"}}""");

    [Fact]
    public void Mandatory_PrimitiveCut_IsMaskedAtItsSibling()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "link structure", "link.type D06"));

        Assert.Equal(
            """{"resourceType":"Patient","link":[{"other":{"reference":"Patient/1"},"_type":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}]}""",
            filter.Left("""{"resourceType":"Patient","link":[{"other":{"reference":"Patient/1"},"type":"seealso"}]}""", new FilterScope(default, default, new ReleasedTargets("Patient/1"), false)));
    }

    /// <summary>Found at random: a mask must hold the mandatory elements of its own type.</summary>
    [Fact]
    public void Mandatory_TypeWithMandatoryElements_IsMaskedInside()
    {
        const string Reason = """
            "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]
            """;
        var filter = Lines.Filter(Lines.Of("Task", "status structure", "intent structure", "output.type structure"));

        Assert.Equal(
            """{"resourceType":"Task","status":"draft","intent":"plan","output":[{"type":{"text":"t"},"valueUsageContext":{#,"code":{#},"valueCodeableConcept":{#}}}]}""".Replace("#", Reason, StringComparison.Ordinal),
            filter.Left("""{"resourceType":"Task","status":"draft","intent":"plan","output":[{"type":{"text":"t"},"valueUsageContext":{"code":{"code":"geheim"},"valueCodeableConcept":{"text":"geheim"}}}]}""", Everything));
    }

    [Fact]
    public void Filter_EmptyParents_Go() => Left(
        """{"resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","active":true,"name":[{"extension":[{"url":"http://x","valueString":"geheim"}]},{}],"communication":[{"language":{"id":"geheim"}}]}""");

    [Fact]
    public void Meta_OnlyWhatTheServerOwns_Stays() => Left(
        """{"resourceType":"Patient","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},"active":true}""",
        """{"resourceType":"Patient","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z","source":"geheim","profile":["geheim"],"security":[{"code":"geheim"}],"tag":[{"code":"geheim"}]},"language":"geheim","active":true}""");

    [Fact]
    public void Filter_UnknownElement_IsCutWithAllThatIsInIt() => Left(
        """{"resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","naam":{"name":[{"family":"geheim"}]},"active":true,"nam\u0065":[{"family":"geheim"}]}""");

    /// <summary>Found by a reviewer: the item fell to the line of the element, which asked for less than the slice.</summary>
    [Theory]
    [InlineData("use", "temp")]
    [InlineData("\\u0075se", "temp")]
    [InlineData("us\\u0065", "t\\u0065mp")]
    public void Slice_KeyWrittenWithEscapes_IsStillThatSlice(string key, string value)
    {
        var filter = Lines.Filter(Lines.Of("Patient", "active structure", "address D04", "address[use=temp] D05"));

        Assert.Equal(
            """{"resourceType":"Patient","active":true}""",
            filter.Left("""{"resourceType":"Patient","active":true,"address":[{"KEY":"VALUE","city":"geheim"}]}""".Replace("KEY", key, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal), Lines.Scope("D01 D04")));
    }

    /// <summary>Found by a reviewer: a line for an extension of a name let an address through under its url.</summary>
    [Theory]
    [InlineData("valueAddress", """{"city":"geheim"}""")]
    [InlineData("valueContactPoint", """{"value":"geheim"}""")]
    [InlineData("valueHumanName", """{"family":"geheim"}""")]
    [InlineData("valueIdentifier", """{"value":"geheim"}""")]
    [InlineData("valueReference", """{"reference":"Patient/1"}""")]
    [InlineData("valueAttachment", """{"title":"geheim"}""")]
    [InlineData("valueAnnotation", """{"text":"geheim"}""")]
    public void Extension_OtherThanAPlainValueUnderItsUrl_IsCut(string name, string value) => Left(
        """{"resourceType":"Patient","extension":[{"url":"http://ok"}],"active":true}""",
        """{"resourceType":"Patient","extension":[{"url":"http://ok","NAME":VALUE}],"active":true}""".Replace("NAME", name, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal));

    [Fact]
    public void Extension_ValueWithALineOfItsOwn_Stays()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "extension[url=http://a] D17", "extension[url=http://a].valueAddress D17"));
        const string Json = """{"resourceType":"Patient","extension":[{"url":"http://a","valueAddress":{"city":"X"}}]}""";

        Assert.Equal(Json, filter.Left(Json, Lines.Scope("D17")));
    }

    /// <summary>Found by a reviewer: a modifier beside one that stays was cut, and what it changes stayed.</summary>
    [Fact]
    public void Modifier_OneOfSeveralCut_TakesTheResource()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "active structure", "modifierExtension[url=ok] structure"));

        Assert.Null(filter.Left("""{"resourceType":"Patient","active":true,"modifierExtension":[{"url":"ok","valueBoolean":true},{"url":"negates","valueBoolean":true}]}""", Everything));
        Assert.NotNull(filter.Left("""{"resourceType":"Patient","active":true,"modifierExtension":[{"url":"ok","valueBoolean":true}]}""", Everything));
    }

    /// <summary>Found by a reviewer: a line for a part of one type of a choice lifted what the choice as a whole asks for.</summary>
    [Theory]
    [InlineData("value withheld")]
    [InlineData("value D05")]
    public void Choice_LineForAPartOfOneOfItsTypes_LeavesTheLineOfTheWholeInForce(string whole)
    {
        var filter = Lines.Filter(Lines.Of("Observation", "status structure", "code D14", whole, "valueCodeableConcept.coding D14"));

        Assert.DoesNotContain("geheim", filter.Left("""{"resourceType":"Observation","status":"final","code":{"text":"c"},"valueCodeableConcept":{"text":"geheim"}}""", Lines.Scope("D14")), StringComparison.Ordinal);
    }

    private static void Left(string expected, string json)
    {
        var left = Filter.Left(json, Everything);

        Assert.Equal(expected, left);
        Assert.Equal(expected, Filter.Left(expected, Everything));
    }
}
