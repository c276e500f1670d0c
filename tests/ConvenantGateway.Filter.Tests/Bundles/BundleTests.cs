using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A foreign Bundle: what stays, and that what goes leaves nothing behind.</summary>
public sealed class BundleTests
{
    internal static ResourceFilter Filter => Lines.Filter(
        Lines.Of("Patient", "id structure", "active structure", "name D01", "link structure"),
        Lines.Of("Observation", CategorySet.Of(14), "id structure", "status structure", "code class", "subject structure", "hasMember class") with
        {
            ClassRules = [new ResourceClassRule("category.coding", "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", "*", default), new ResourceClassRule("category.coding", "http://soc", "sh", CategorySet.Of(23))],
        });

    [Fact]
    public void Filter_SearchSet_LeavesWhatIsReleasedUnderOurAddress() => Assert.Equal(
        """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"https://gateway/ashg-noord/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","name":[{"family":"B"}]},"search":{"mode":"match"}}]}""",
        Filter.Run("""{"resourceType":"Bundle","id":"geheim","meta":{"source":"geheim"},"type":"searchset","timestamp":"2020-01-01T00:00:00Z","total":7,"link":[{"relation":"self","url":"https://geheim/x"}],"entry":[{"link":[{"relation":"x","url":"geheim"}],"fullUrl":"https://geheim/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","name":[{"family":"B"}],"gender":"geheim"},"search":{"mode":"match","score":0.5},"response":{"status":"geheim"}}],"signature":{"who":{"display":"geheim"}}}""", new FixedScopes("D01")).Left);

    [Fact]
    public void Filter_EntryThatIsWithheld_LeavesNoTrace()
    {
        var outcome = Filter.Run(
            """{"resourceType":"Bundle","type":"searchset","total":3,"entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Observation","id":"geheim","status":"final","code":{"text":"geheim"},"subject":{"reference":"Patient/1"}}},{"resource":{"resourceType":"Geheim"}},{"fullUrl":"geheim"}]}""", new FixedScopes("D01"));

        Assert.Equal("""{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"https://gateway/ashg-noord/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","active":true}}]}""", outcome.Left);
        Assert.Equal([("Observation", "D14", 1), ("Resource", "", 2)], outcome.Withheld.Select(static w => (w.Path, w.Category.ToString(), w.Count)));
    }

    [Fact]
    public void Filter_NothingReleased_IsABundleWithoutEntries() =>
        Assert.Equal("""{"resourceType":"Bundle","type":"collection"}""", Filter.Run("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}}]}""", new FixedScopes("")).Left);

    [Theory]
    [InlineData("Observation/geheim")]
    [InlineData("https://geheim/fhir/Observation/2")]
    [InlineData("Observation/3")]
    public void Reference_ToWhatIsNotInTheBundleOrGoes_Goes(string target)
    {
        var left = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Observation","id":"2","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"hasMember":[{"reference":"{{{{{{target}}}}}}"}]}},{"resource":{"resourceType":"Observation","id":"3","status":"final","category":[{"coding":[{"system":"http://soc","code":"sh"}]}],"code":{"text":"geheim"},"subject":{"reference":"Patient/1"}}}]}""",
            new FixedScopes("D01 D14")).Left;

        Assert.Contains("\"subject\":{\"reference\":\"Patient/1\"}", left, StringComparison.Ordinal);
        Assert.DoesNotContain("hasMember", left, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", left, StringComparison.Ordinal);
    }

    /// <summary>It may be a Patient: who cannot be told is somebody about whom nothing was decided.</summary>
    [Theory]
    [InlineData("urn:uuid:00000000-0000-0000-0000-00000geheim")]
    [InlineData("Obs\\u0065rvation/9")]
    [InlineData("Patient/geheim")]
    public void Reference_ThatMayBeAPersonElsewhere_NamesAnOutsider(string target)
    {
        var outcome = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Observation","id":"2","status":"final","code":{"text":"geheim"},"subject":{"reference":"Patient/1"},"hasMember":[{"reference":"{{{{{{target}}}}}}"}]}}]}""",
            new FixedScopes("D01 D14"));

        Assert.True(outcome.Index.Entries[1].NamesOutsider);
        Assert.DoesNotContain("geheim", outcome.Left, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_ToAnEntryByUuid_StaysWithItsAddress()
    {
        const string Uuid = "urn:uuid:0f9c0c0e-0000-4000-8000-000000000001";

        Assert.Equal(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"{{{{{{Uuid}}}}}}","resource":{"resourceType":"Patient","active":true}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"{{{{{{Uuid}}}}}}"}}}]}""",
            Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"{{{{{{Uuid}}}}}}","resource":{"resourceType":"Patient","active":true}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"{{{{{{Uuid}}}}}}"}}}]}""", new FixedScopes("D01 D14")).Left);
    }

    [Fact]
    public void Reference_TwoEntriesOfOneName_GuessesNeither() => Assert.DoesNotContain(
        "subject\":{\"reference",
        Filter.Run("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Patient","id":"1","active":false}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}}]}""", new FixedScopes("D01 D14")).Left,
        StringComparison.Ordinal);

    /// <summary>Anything could be told in a name: what has not the form of one takes its resource along.</summary>
    [Theory]
    [InlineData("Kerkstraat 1")]
    [InlineData("a\\u0020b")]
    [InlineData("")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Filter_IdThatIsNone_TakesTheResource(string id) => Assert.Equal(
        """{"resourceType":"Bundle","type":"collection"}""",
        Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"{{{{{{id}}}}}}","active":true}}]}""", new FixedScopes("D01")).Left);

    /// <summary>A modifier that only pointed to what fell takes its resource, and that the next: it ends, and nothing dangles.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(60)]
    public void Filter_ChainOfFallingEntries_EndsWithoutDanglingReferences(int length)
    {
        var entries = Enumerable.Range(0, length).Select(i => $$$$$$"""{"resource":{"resourceType":"Patient","id":"{{{{{{i}}}}}}","link":[{"other":{"reference":"Patient/{{{{{{i + 1}}}}}}"}}]}}""");
        var left = Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{string.Join(',', entries)}}}}}},{"resource":{"resourceType":"Patient","id":"x","active":true}}]}""", new FixedScopes("D01")).Left;

        Assert.Equal("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://gateway/ashg-noord/fhir/Patient/x","resource":{"resourceType":"Patient","id":"x","active":true}}]}""", left);
    }

    /// <summary>Who sends a chain of them loses all that points to another entry, and keeps what stands alone.</summary>
    [Fact]
    public void Filter_ChainOfFallingEntries_TakesWhatPointsElsewhereButNotWhatStandsAlone()
    {
        var chain = Enumerable.Range(0, 9).Select(static i => $$$$$$"""{"resource":{"resourceType":"Patient","id":"{{{{{{i}}}}}}","link":[{"other":{"reference":"Patient/{{{{{{i + 1}}}}}}"}}]}}""");
        var left = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{string.Join(',', chain)}}}}}},{"resource":{"resourceType":"Patient","id":"x","active":true}},{"resource":{"resourceType":"Observation","id":"y","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/x"}}}]}""", new FixedScopes("D01 D14")).Left;

        Assert.Equal("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://gateway/ashg-noord/fhir/Patient/x","resource":{"resourceType":"Patient","id":"x","active":true}}]}""", left);
    }

    /// <summary>Two that fall one after the other are nobody's attack: all the rest stays, references too.</summary>
    [Fact]
    public void Filter_TwoEntriesThatFall_TakeNobodyElse()
    {
        var chain = Enumerable.Range(0, 2).Select(static i => $$$$$$"""{"resource":{"resourceType":"Patient","id":"{{{{{{i}}}}}}","link":[{"other":{"reference":"Patient/{{{{{{i + 1}}}}}}"}}]}}""");

        Assert.Contains(
            "\"subject\":{\"reference\":\"Patient/x\"}",
            Filter.Run(
                $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{string.Join(',', chain)}}}}}},{"resource":{"resourceType":"Patient","id":"x","active":true}},{"resource":{"resourceType":"Observation","id":"y","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/x"}}}]}""", new FixedScopes("D01 D14")).Left,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:uuid:0f9c0c0e-0000-4000-8000-00000000001")]
    [InlineData("urn:uuid:0f9c0c0e-0000-4000-8000-0000000000011")]
    [InlineData("urn:uuid:0f9c0c0e-0000-4000-8000-00000000 001")]
    [InlineData("urx:uuid:0f9c0c0e-0000-4000-8000-000000000001")]
    public void Filter_FullUrlThatIsNoUuid_Goes(string url) => Assert.Equal(
        """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","active":true}}]}""",
        Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"{{{{{{url}}}}}}","resource":{"resourceType":"Patient","active":true}}]}""", new FixedScopes("D01")).Left);

    [Fact]
    public void Filter_LongestId_Stays()
    {
        var id = new string('a', 64);

        Assert.Contains($"\"fullUrl\":\"https://gateway/ashg-noord/fhir/Patient/{id}\"", Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"{{{{{{id}}}}}}","active":true}}]}""", new FixedScopes("D01")).Left, StringComparison.Ordinal);
    }

    [Fact]
    public void Performer_WhoIsTheSubject_StaysInABundleToo()
    {
        var observation = Lines.Of("Observation", CategorySet.Of(14), "status structure", "code class", "subject structure");
        var filter = Lines.Filter(Lines.Of("Patient", "active structure"), observation with { Elements = observation.Elements.Add(new ElementRule("performer", ElementKind.Category, CategorySet.Of(21)) { Subject = ElementKind.ResourceClass }) });
        var left = filter.Run(
            """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Practitioner","id":"2"}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"performer":[{"reference":"Patient/1"},{"reference":"Practitioner/2"}]}}]}""",
            new FixedScopes("D01 D14")).Left;

        Assert.Contains("\"performer\":[{\"reference\":\"Patient/1\"}]", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"transaction"}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"history"}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"search\u0073et"}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Patient"}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"type":"searchset"}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""", FilterErrorCodes.NotABundle)]
    [InlineData("""[]""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":{}}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":["x"]}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":"x"}]}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":1}]}""", FilterErrorCodes.NotABundle)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","type":"collection"}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","x":{"a":1,"a":2}}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Claim"},"resource":{"resourceType":"Patient"}}]}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Claim","x":{"b":1,"\u0062":2}}}]}""", FilterErrorCodes.DuplicateKey)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","active":"geheim"}}]}""", FilterErrorCodes.WrongForm)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Claim","x":"\ud800"}}]}""", FilterErrorCodes.NotText)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Claim","x":[1,]}}]}""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[]}x""", FilterErrorCodes.Malformed)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient" """, FilterErrorCodes.Malformed)]
    [InlineData("", FilterErrorCodes.Malformed)]
    public void Filter_BadBundle_IsRefusedWithNothingLeft(string bundle, string code)
    {
        var outcome = Filter.Run(bundle, new FixedScopes("D01 D14"));

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Null(outcome.Left);
        Assert.Empty(outcome.Withheld);
        Assert.DoesNotContain("geheim", outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    /// <summary>Two bytes of input may not become a hundred of index without end.</summary>
#if !MUTATION
    [Fact]
    public void Filter_EntriesWithoutEnd_AreRefused() =>
        Assert.Equal(FilterErrorCodes.TooLarge, Filter.Run("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + string.Join(',', Enumerable.Repeat("{}", 50_001)) + "]}", new FixedScopes("D01")).Refusal?.Code);
#endif

    [Fact]
    public void Filter_MoreThanTheBufferMayHold_IsRefused() =>
        Assert.Equal(FilterErrorCodes.TooLarge, Filter.Run("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}}]}""", new FixedScopes("D01"), mostBytes: 100).Refusal?.Code);
}
