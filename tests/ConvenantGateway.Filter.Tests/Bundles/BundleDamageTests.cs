using System.Text;
using ConvenantGateway.Fuzz;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A Bundle that is damaged or too large anywhere is refused whole, with the place, and leaves nothing.</summary>
public sealed class BundleDamageTests
{
    private const string Rich = """
         { "resourceType" : "Bundle" , "id":"b","type":"searchset","link":[{"relation":"self","url":"u"}],"entry":[{"fullUrl":"urn:uuid:0f9c0c0e-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","id":"1","meta":{"tag":[{"system":"s","code":"c"}]},"active":true,"name":[{"family":"B"}],"x":{"y":[1,{"z":"w"}]}},"search":{"score":0.5,"mode":"match"},"response":{"status":"200"}},{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"code":"a"}]},"subject":{"reference":"urn:uuid:0f9c0c0e-0000-4000-8000-000000000001"}},"search":{"mode":"include"}}]}
        """;

    private static readonly FixedScopes Released = new("D01 D14");

    [Fact]
    public void Filter_AnyPrefix_IsRefused()
    {
        var filter = BundleTests.Filter;
        var end = Rich.TrimEnd().Length;
        for (var length = 0; length < end; length++)
        {
            var outcome = filter.Run(Rich[..length], Released);
            Assert.True(outcome.Refusal is { Code: FilterErrorCodes.Malformed or FilterErrorCodes.NotABundle } && outcome.Left is null, $"accepted the first {length} bytes");
        }

        Assert.Equal(
            """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:uuid:0f9c0c0e-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","id":"1","active":true,"name":[{"family":"B"}]},"search":{"mode":"match"}},{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"code":"a"}]},"subject":{"reference":"urn:uuid:0f9c0c0e-0000-4000-8000-000000000001"}},"search":{"mode":"include"}}]}""",
            BundleTests.Filter.Run(Rich, Released).Left);
    }

    [Fact]
    public void Filter_AnyCharacterTakenThatJsonNeeds_IsRefused()
    {
        var filter = BundleTests.Filter;
        for (var at = 0; at < Rich.Length; at++)
        {
            var damaged = Rich.Remove(at, 1);
            if (!StrictJson.Accepts(Encoding.UTF8.GetBytes(damaged)))
            {
                var outcome = filter.Run(damaged, Released);
                Assert.True(outcome.Refusal is not null && outcome.Left is null, $"accepted without the character at {at}: {damaged}");
            }
        }
    }

    [Theory]
    [InlineData("\"active\":true", "\"active\":7")]
    [InlineData("\"family\":\"B\"", "\"family\":{}")]
    public void Filter_FaultInAResource_TellsWhereInTheBundle(string found, string changed)
    {
        var bundle = Rich.Replace(found, changed, StringComparison.Ordinal);
        var refusal = BundleTests.Filter.Run(bundle, Released).Refusal;

        Assert.Equal(FilterErrorCodes.WrongForm, refusal?.Code);
        Assert.InRange(refusal!.BytePosition, bundle.IndexOf(changed, StringComparison.Ordinal), bundle.IndexOf(changed, StringComparison.Ordinal) + changed.Length);
    }

    [Theory]
    [InlineData(""" "type":"searchset" """, """ "ty\u0070e":"searchset","type":"searchset" """)]
    [InlineData(""" "score":0.5 """, """ "score":0.5,"sc\u006fre":1 """)]
    [InlineData(""" "status":"200" """, """ "status":"200","status":"200" """)]
    [InlineData(""" "relation":"self" """, """ "relation":"self","relation":"self" """)]
    [InlineData(""" "search":{"mode":"include"} """, """ "search":{"mode":"include"},"search":{} """)]
    [InlineData(""" "fullUrl":"urn: """, """ "full\u0055rl":"a","fullUrl":"urn: """)]
    [InlineData(""" "z":"w" """, """ "z":"w","z":"w" """)]
    [InlineData(""" "code":"a" """, """ "code":"a","c\u006fde":"a" """)]
    public void Filter_NameTwice_IsRefusedWherever(string found, string changed)
    {
        Assert.Contains(found.Trim(), Rich, StringComparison.Ordinal);
        Assert.Equal(FilterErrorCodes.DuplicateKey, BundleTests.Filter.Run(Rich.Replace(found.Trim(), changed.Trim(), StringComparison.Ordinal), Released).Refusal?.Code);
    }

    [Fact]
    public void Filter_BufferOfAnySmallerSize_IsRefusedAndEmpty()
    {
        var filter = BundleTests.Filter;
        var whole = filter.Run(Rich, Released).Left!;
#if MUTATION
        const int Step = 11;
#else
        const int Step = 1;
#endif
        for (var size = 1; size < whole.Length; size += Step)
        {
            using var buffer = new FilterBuffer(size);
            var pass = new BundleFilter(filter).Filter(Encoding.UTF8.GetBytes(Rich), Released, Encoding.UTF8.GetBytes(BundleRunning.Base), new BundleIndex(), buffer);
            Assert.Equal((FilterErrorCodes.TooLarge, 0, false, false), (pass.Refusal?.Code, buffer.Length, pass.IsKept, pass.IsCut));
            Assert.Empty(buffer.WithheldOfBundle);
        }

        Assert.Equal(whole, BundleTests.Filter.Run(Rich, Released, whole.Length).Left);
    }

    /// <summary>An address longer than all the rest: what fits behind it must not hide that it did not.</summary>
    [Fact]
    public void Filter_BufferTooSmallForTheAddress_IsRefused()
    {
        const string Bundle = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1","active":true}}]}""";
        var (filter, address) = (new BundleFilter(BundleTests.Filter), Encoding.UTF8.GetBytes("https://" + new string('a', 400)));
        using var enough = new FilterBuffer();
        var length = filter.Filter(Encoding.UTF8.GetBytes(Bundle), Released, address, new BundleIndex(), enough).Length;
        for (var size = 1; size < length; size++)
        {
            using var buffer = new FilterBuffer(size);
            Assert.Equal(FilterErrorCodes.TooLarge, filter.Filter(Encoding.UTF8.GetBytes(Bundle), Released, address, new BundleIndex(), buffer).Refusal?.Code);
        }
    }

    [Fact]
    public void Filter_NothingGiven_Throws()
    {
        var filter = new BundleFilter(BundleTests.Filter);
        using var buffer = new FilterBuffer();

        Assert.Equal("scopes", Assert.Throws<ArgumentNullException>(() => filter.Filter(default, null!, default, new BundleIndex(), buffer)).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentNullException>(() => filter.Filter(default, Released, default, null!, buffer)).ParamName);
        Assert.Equal("into", Assert.Throws<ArgumentNullException>(() => filter.Filter(default, Released, default, new BundleIndex(), null!)).ParamName);
    }

    [Theory]
    [InlineData("""{"mode":"match"}""", "match")]
    [InlineData("""{"score":1,"mode":"include"}""", "include")]
    [InlineData("""{"mode":"outcome"}""", null)]
    [InlineData("""{"mode":"geheim"}""", null)]
    [InlineData("""{"mode":7}""", null)]
    [InlineData("""{"mode":"mat\u0063h"}""", null)]
    [InlineData("""{"m\u006fde":"match"}""", null)]
    [InlineData("""{"x":"match"}""", null)]
    [InlineData("{}", null)]
    [InlineData("\"match\"", null)]
    public void Filter_SearchMode_IsOneOfTwoOrGone(string search, string? mode)
    {
        var left = BundleTests.Filter.Run($$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","active":true},"search":{{{{{{search}}}}}}}]}""", Released).Left;

        Assert.Equal($$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","active":true}{{{{{{(mode is null ? "" : $",\"search\":{{\"mode\":\"{mode}\"}}")}}}}}}}]}""", left);
    }
}
