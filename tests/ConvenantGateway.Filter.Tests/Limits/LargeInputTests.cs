namespace ConvenantGateway.Filter.Tests;

/// <summary>Inputs made to take our time or memory: bounded work, and the careful answer where the bound is met.</summary>
public sealed class LargeInputTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, FilterErrorCodes.TooLarge)]
    public void Filter_Size_HasItsLimit(int extra, string? code)
    {
        var json = new byte[ResourceFilter.MaxBytes + extra];
        json.AsSpan().Fill((byte)' ');
        """{"resourceType":"Patient","active":true}"""u8.CopyTo(json);

        Assert.Equal(code, Strictness.Filter.Filter(json, Strictness.Everything).Refusal?.Code);
    }

    /// <summary>Somebody who wants our time sends a web of references in which nobody is named: what cannot be found in bounded work names an outsider.</summary>
    [Fact]
    public void PersonsOf_WebWithoutEnd_CountsAsAnOutsider()
    {
        var all = string.Join(',', Enumerable.Range(0, 400).Select(static i => $$$$$$"""{"reference":"Observation/{{{{{{i}}}}}}"}"""));
        var entries = string.Join(',', Enumerable.Range(0, 400).Select(i => $$$$$$"""{"resource":{"resourceType":"Observation","id":"{{{{{{i}}}}}}","hasMember":[{{{{{{all}}}}}}]}}"""));
        var outcome = Lines.Filter(Lines.Of("Patient", "active structure")).Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{entries}}}}}}]}""", new FixedScopes("D01"));

        Assert.True(outcome.Index.Entries[^1].NamesOutsider);
    }

    [Fact]
    public void Filter_HundredThousandKeysInOneObject_AreComparedOnce()
    {
        var keys = string.Join(',', Enumerable.Range(0, 100_000).Select(static i => $"\"abcdefgh{i:D6}ijklmnop\":{i}"));

        Assert.Null(Strictness.Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,"x":{{{{{{{keys}}}}}}}}""", Strictness.Everything).Refusal);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Strictness.Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,{{{{{{keys}}}}}},"abcdefgh099999ijklmnop":1}""", Strictness.Everything).Refusal?.Code);
    }

    [Fact]
    public void Filter_LongChainOfFallingEntries_EndsWithoutDanglingReferences()
    {
        var entries = Enumerable.Range(0, 5000).Select(static i => $$$$$$"""{"resource":{"resourceType":"Patient","id":"{{{{{{i}}}}}}","link":[{"other":{"reference":"Patient/{{{{{{i + 1}}}}}}"}}]}}""");

        Assert.Equal("""{"resourceType":"Bundle","type":"collection"}""", BundleTests.Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{{{{string.Join(',', entries)}}}}}}]}""", new FixedScopes("D01")).Left);
    }
}
