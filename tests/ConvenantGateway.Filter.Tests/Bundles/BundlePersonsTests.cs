namespace ConvenantGateway.Filter.Tests;

/// <summary>Whom an entry is about: directly, through others, or somebody the Bundle does not hold.</summary>
public sealed class BundlePersonsTests
{
    private const string Two = """{"resource":{"resourceType":"Patient","id":"1"}},{"resource":{"resourceType":"Patient","id":"2"}}""";

    private static ResourceFilter Filter => Lines.Filter(Lines.Of("Patient", "active structure"));

    [Theory]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/1"}}""", new[] { 0 }, false)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/1"},"focus":[{"reference":"Patient/2"}]}""", new[] { 0, 1 }, false)]
    [InlineData("""{"resourceType":"Observation","component":[{"extension":[{"url":"x","valueReference":{"reference":"Patient/2"}}]}]}""", new[] { 1 }, false)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Group/1"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/3"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"https://elsewhere/Patient/1"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:unknown"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"P\u0061tient/1"}}""", new[] { 0 }, false)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient\/2"}}""", new[] { 1 }, false)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient\/3"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","contained":[{"resourceType":"Patient","id":"c"}],"subject":{"reference":"#c"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","contained":[{"resourceType":"RelatedPerson","id":"c"}],"subject":{"reference":"Patient/1"}}""", new[] { 0 }, true)]
    [InlineData("""{"resourceType":"Patient","id":"9","link":[{"other":{"reference":"Patient/1"}}]}""", new[] { 2, 0 }, false)]
    [InlineData("""{"resourceType":"RelatedPerson","patient":{"reference":"Patient/2"}}""", new[] { 1 }, false)]
    [InlineData("""{"resourceType":"Observation","subject":{"\u0072eference":"Patient/1"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","contained":[{"resource\u0054ype":"Patient","id":"c"}]}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"type":"Patient","identifier":{"system":"bsn","value":"999990019"}}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","focus":[{"reference":"Patient/1"},{"display":"iemand"}]}""", new[] { 0 }, true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":["Patient/1"]}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient?identifier=1"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","performer":[{"reference":"RelatedPerson/9"}]}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","performer":[{"reference":"RelatedPerson/9"},{"reference":"RelatedPerson/8"}]}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","performer":[{"reference":"Person/9"}]}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","performer":[{"reference":"Practitioner/9"}]}""", new int[0], false)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/1"},"performer":[{"reference":"Patient/1"}]}""", new[] { 0 }, false)]
    [InlineData("""{"resourceType":"Observation","contained":[{"resourceType":"Patient"},{"resourceType":"Patient"}]}""", new int[0], true)]
    [InlineData("""{"resourceType":"Observation","contained":[{"resourceType":"Organization","id":"o"}],"subject":{"reference":"Patient/1"}}""", new[] { 0 }, false)]
    [InlineData("""{"resourceType":"Flag","subject":{"display":"x"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Task","for":{"display":"x"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Consent","patient":{"display":"x"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Coverage","beneficiary":{"display":"x"}}""", new int[0], true)]
    [InlineData("""{"resourceType":"Task","owner":{"display":"x"}}""", new int[0], false)]
    public void PersonsOf_DirectReference_IsThem(string resource, int[] persons, bool namesOutsider)
    {
        var scopes = new FixedScopes("D01");
        var outcome = Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{Two}}}}}},{"resource":{{{{{{resource}}}}}}}]}""", scopes);

        Assert.Null(outcome.Refusal);
        Assert.Equal(persons, scopes.Persons[2]);
        Assert.Equal(namesOutsider, outcome.Index.Entries[2].NamesOutsider);
    }

    [Fact]
    public void PersonsOf_IndirectReferences_AreFollowedHoweverFarAndAroundCycles()
    {
        var scopes = new FixedScopes("D01");
        Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{Two}}}}}},{"resource":{"resourceType":"Provenance","id":"a","target":[{"reference":"Observation/b"}]}},{"resource":{"resourceType":"Observation","id":"b","hasMember":[{"reference":"Observation/c"}],"derivedFrom":[{"reference":"Provenance/a"}]}},{"resource":{"resourceType":"Observation","id":"c","subject":{"reference":"RelatedPerson/d"}}},{"resource":{"resourceType":"RelatedPerson","id":"d","patient":{"reference":"Patient/2"}}}]}""",
            scopes);

        Assert.Equal([1], scopes.Persons[2]);
        Assert.Equal([1], scopes.Persons[3]);
        Assert.Equal([1], scopes.Persons[4]);
    }

    /// <summary>Found by a reviewer: what B hides in <c>contained</c>, or in a type that cannot be read, counts for A that refers to it.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Observation","id":"b","contained":[{"resourceType":"Patient","id":"c"}]}""", "Observation/b")]
    [InlineData("""{"resource\u0054ype":"Patient"}""", "urn:uuid:0f9c0c0e-0000-4000-8000-000000000001")]
    public void PersonsOf_ReferenceToWhatHidesAPerson_NamesAnOutsider(string hides, string target)
    {
        var outcome = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","hasMember":[{"reference":"{{{{{{target}}}}}}"}]}},{"fullUrl":"urn:uuid:0f9c0c0e-0000-4000-8000-000000000001","resource":{{{{{{hides}}}}}}}]}""",
            new FixedScopes("D01"));

        Assert.Null(outcome.Refusal);
        Assert.True(outcome.Index.Entries[0].NamesOutsider);
    }

    [Fact]
    public void PersonsOf_ResourceAboutACrowd_CountsAsAnOutsider()
    {
        var patients = string.Join(',', Enumerable.Range(0, 100).Select(static i => $$$"""{"resource":{"resourceType":"Patient","id":"{{{i}}}"}}"""));
        var focus = string.Join(',', Enumerable.Range(0, 100).Select(static i => $$$"""{"reference":"Patient/{{{i}}}"}"""));
        var outcome = Filter.Run("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + patients + ",{\"resource\":{\"resourceType\":\"Observation\",\"focus\":[" + focus + "]}}]}", new FixedScopes("D01"));

        Assert.True(outcome.Index.Entries[^1].NamesOutsider);
    }

    /// <summary>Who is named directly is meant; whom the resources are about that it refers to only counts for one that names nobody.</summary>
    [Theory]
    [InlineData("Patient/1", new[] { 0 }, false)]
    [InlineData("Patient/9", new int[0], true)]
    [InlineData("Device/1", new[] { 1 }, false)]
    public void PersonsOf_DirectAndIndirect_AreTheDirectOnes(string subject, int[] persons, bool namesOutsider)
    {
        var scopes = new FixedScopes("D01");
        var outcome = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{Two}}}}}},{"resource":{"resourceType":"Observation","id":"a","subject":{"reference":"{{{{{{subject}}}}}}"},"hasMember":[{"reference":"Observation/b"}]}},{"resource":{"resourceType":"Observation","id":"b","subject":{"reference":"Patient/2"}}}]}""",
            scopes);

        Assert.Equal(persons, scopes.Persons[2]);
        Assert.Equal(namesOutsider, outcome.Index.Entries[2].NamesOutsider);
    }

    [Fact]
    public void PersonsOf_TwoThatHideSomebody_StillHideSomebody()
    {
        const string Hiding = """{"resourceType":"Observation","id":"ID","contained":[{"resourceType":"Patient"}]}""";
        var outcome = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","hasMember":[{"reference":"Observation/a"},{"reference":"Observation/b"}]}},{"resource":{{{{{{Hiding.Replace("ID", "a", StringComparison.Ordinal)}}}}}}},{"resource":{{{{{{Hiding.Replace("ID", "b", StringComparison.Ordinal)}}}}}}}]}""",
            new FixedScopes("D01"));

        Assert.True(outcome.Index.Entries[0].NamesOutsider);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void PersonsOf_Many_HaveALimit(int count, bool namesOutsider)
    {
        var patients = string.Concat(Enumerable.Range(0, count).Select(static i => $$$""",{"resource":{"resourceType":"Patient","id":"{{{i}}}"}}"""));
        var focus = string.Join(',', Enumerable.Range(0, count).Select(static i => $$$"""{"reference":"Patient/{{{i}}}"}"""));
        var outcome = Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"x"}},{"resource":{"resourceType":"Observation","focus":[{{{{{{focus}}}}}}]}}{{{{{{patients}}}}}}]}""", new FixedScopes("D01"));

        Assert.Equal(namesOutsider, outcome.Index.Entries[1].NamesOutsider);
    }

    [Theory]
    [InlineData("slachtoffer", "Slachtoffer")]
    [InlineData("vermoedelijke-pleger", "Pleger")]
    [InlineData("kind-getuige", "KindGetuige")]
    [InlineData("SLACHTOFFER", "Onbekend")]
    [InlineData("", "Onbekend")]
    public void Rollen_OfAPatient_AreItsTags(string code, string rol)
    {
        var outcome = Filter.Run(
            $$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","meta":{"tag":[{"system":"http://other","code":"pleger"},{"system":"https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol","code":"{{{{{{code}}}}}}"}]}}},{"resource":{"resourceType":"Patient"}}]}""",
            new FixedScopes("D01"));

        Assert.Equal([rol], outcome.Index.Entries[0].Rollen.Roles().Select(static r => r.ToString()));
        Assert.True(outcome.Index.Entries[1].Rollen.IsEmpty);
    }
}
