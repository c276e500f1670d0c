using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Index and buffer are used again and again: what they knew of one Bundle may not decide on the next.</summary>
public sealed class BundleReuseTests
{
    private const string First = """
        {"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true,"gender":"male"}},{"resource":{"resourceType":"Patient","id":"2","active":true}},{"resource":{"resourceType":"Observation","id":"3","meta":{"security":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D16"}]},"category":[{"coding":[{"system":"http://soc","code":"sh"}]}],"status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"focus":[{"reference":"Patient/2"}]}},{"resource":{"resourceType":"Claim"}}]}
        """;

    private const string Second = """
        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"9","active":true,"birthDate":"2001-01-01"}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/9"}}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"d"},"hasMember":[{"reference":"Observation/3"}]}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"e"},"subject":{"reference":"Patient/1"}}}]}
        """;

    [Fact]
    public void Filter_AfterAnotherBundle_SaysWhatAFreshOneSays()
    {
        var scopes = new FixedScopes("D01 D14 D16 D23");
        var fresh = BundleTests.Filter.Run(Second, scopes);
        var (index, filter) = (new BundleIndex(), new BundleFilter(BundleTests.Filter));
        using var buffer = new FilterBuffer();
        Assert.Null(filter.Filter(Encoding.UTF8.GetBytes(First), new FixedScopes("D01 D14 D16 D23"), Encoding.UTF8.GetBytes(BundleRunning.Base), index, buffer).Refusal);
        var before = buffer.Length;
        var again = new FixedScopes("D01 D14 D16 D23");
        var pass = filter.Filter(Encoding.UTF8.GetBytes(Second), again, Encoding.UTF8.GetBytes(BundleRunning.Base), index, buffer);

        Assert.Equal((before, fresh.Left!.Length, true), (pass.Start, pass.Length, pass.IsCut));
        Assert.Equal(fresh.Left, Encoding.UTF8.GetString(buffer.Written[before..]));
        Assert.Equal(fresh.Index.Entries, index.Entries);
        Assert.Equal(scopes.Persons, again.Persons);
        Assert.Equal(fresh.Withheld, buffer.WithheldOfBundle);
        Assert.Equal([false, false, false, true], index.Entries.ToArray().Select(static e => e.NamesOutsider));
    }

    /// <summary>The index holds offsets: what stood there in the Bundle before may stand there again, and be nothing.</summary>
    [Fact]
    public void Filter_AfterABundleOfTheSameForm_FindsNoEntryThatIsNoneNow()
    {
        const string Bundle = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}},{"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}}]}""";
        var without = Bundle.Replace("""[{"resource":""", """[{"resourcf":""", StringComparison.Ordinal);
        var (index, filter) = (new BundleIndex(), new BundleFilter(BundleTests.Filter));
        using var buffer = new FilterBuffer();
        filter.Filter(Encoding.UTF8.GetBytes(Bundle), new FixedScopes("D01 D14"), ""u8, index, buffer);
        Assert.False(index.Entries[1].NamesOutsider);
        filter.Filter(Encoding.UTF8.GetBytes(without), new FixedScopes("D01 D14"), ""u8, index, buffer);

        Assert.True(index.Entries[1].NamesOutsider);
    }

    [Fact]
    public void Filter_BundleThatLosesNothing_IsNotCut()
    {
        var index = new BundleIndex();
        using var buffer = new FilterBuffer();
        var filter = new BundleFilter(BundleTests.Filter);
        filter.Filter(Encoding.UTF8.GetBytes(First), new FixedScopes("D01"), ""u8, index, buffer);
        var pass = filter.Filter("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","active":true}}]}"""u8.ToArray(), new FixedScopes("D01"), ""u8, index, buffer);

        Assert.False(pass.IsCut);
        Assert.Empty(buffer.WithheldOfBundle);
    }

    [Fact]
    public void Filter_RefusedBundle_LeavesNothingOfTheOneBefore()
    {
        var index = new BundleIndex();
        using var buffer = new FilterBuffer();
        var filter = new BundleFilter(BundleTests.Filter);
        filter.Filter(Encoding.UTF8.GetBytes(First), new FixedScopes("D01"), ""u8, index, buffer);
        var before = buffer.Length;
        Assert.Equal(FilterErrorCodes.NotText, filter.Filter(new byte[] { (byte)'{', 0xFF }, new FixedScopes("D01"), ""u8, index, buffer).Refusal?.Code);

        Assert.Equal(before, buffer.Length);
        Assert.Empty(buffer.WithheldOfBundle);
    }

    [Fact]
    public void Withheld_OfManyResources_IsCountedByPath()
    {
        var outcome = BundleTests.Filter.Run(
            """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","gender":"male","active":true,"name":[{"family":"a"},{"family":"b"}]}},{"resource":{"resourceType":"Patient","active":true,"gender":"male"}},{"resource":{"resourceType":"Patient","active":true}},{"resource":{"resourceType":"Claim"}},{"resource":{"resourceType":"Claim"}}]}""",
            new FixedScopes("D02"));

        Assert.Equal(
            [("Patient.gender", "", 2), ("Patient.name", "D01", 1), ("Resource", "", 2)],
            outcome.Withheld.Select(static w => (w.Path, w.Category.ToString(), w.Count)));
    }
}
