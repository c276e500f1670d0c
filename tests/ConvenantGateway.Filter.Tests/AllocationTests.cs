using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Nothing is allocated per resource once the buffer has grown; and nothing personal stays behind in it.</summary>
public sealed class AllocationTests
{
#if MUTATION
    private const int Rounds = 4;
#else
    private const int Rounds = 200;
#endif

    private static readonly ResourceFilter Filter = Lines.Filter(
        Lines.Of("Patient", "id structure", "active structure", "name D01", "identifier[system=http://bsn] D03", "link structure"),
        Lines.Of("Observation", CategorySet.Of(14), "status structure", "code class", "subject structure"));

    private static readonly byte[] Patient = """{"resourceType":"Patient","id":"1","active":true,"identifier":[{"system":"http://bsn","value":"999990019"},{"system":"x","value":"y"}],"name":[{"family":"Berg","given":["A"]}],"gender":"female","x":{"y":1}}"""u8.ToArray();

    [Fact]
    public void Filter_IntoABufferThatHasGrown_AllocatesNothing()
    {
        using var buffer = new FilterBuffer();
        var scope = Lines.Scope("D01", mark: true);
        Assert.Equal(0, Allocated(() =>
        {
            Filter.Filter(Patient, scope, buffer);
            buffer.Clear();
        }));
    }

    [Fact]
    public void Filter_BundleIntoABufferThatHasGrown_AllocatesNothing()
    {
        using var buffer = new FilterBuffer();
        var index = new BundleIndex();
        var bundles = new BundleFilter(Filter);
        var entries = string.Join(',', Enumerable.Range(0, 50).Select(static i => $$$$$$"""{"resource":{"resourceType":"Observation","id":"{{{{{{i}}}}}}","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}}"""));
        var bundle = Encoding.UTF8.GetBytes($$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{{{{{{Encoding.UTF8.GetString(Patient)}}}}}}},{{{{{{entries}}}}}}]}""");
        var scopes = new OneScope(Lines.Scope("D01 D14", resourceClass: "D14"));
        Assert.Equal(0, Allocated(() =>
        {
            Assert.True(bundles.Filter(bundle, scopes, "https://x"u8, index, buffer).IsKept);
            buffer.Clear();
        }));
    }

    [Fact]
    public void Clear_AfterAResource_LeavesNothingOfItInMemory()
    {
        using var buffer = new FilterBuffer();
        Filter.Filter(Patient, Lines.Scope("D01 D03"), buffer);
        var memory = buffer.Bytes;
        var used = buffer.Used;
        Assert.NotEqual(-1, memory.AsSpan(0, used).IndexOf("999990019"u8));

        buffer.Clear();

        // Behind that stands what others left in the shared pool.
        Assert.All(memory[..used], static b => Assert.Equal(0, b));
    }

    [Fact]
    public void Filter_SeveralResources_StandOneBehindTheOther()
    {
        using var buffer = new FilterBuffer();
        var first = Filter.Filter(Patient, Lines.Scope(""), buffer);
        var refused = Filter.Filter("{}"u8, Lines.Scope(""), buffer);
        var second = Filter.Filter(Patient, Lines.Scope("D01"), buffer);

        Assert.False(refused.IsKept);
        Assert.Equal(first.Length, second.Start);
        Assert.Equal("""{"resourceType":"Patient","id":"1","active":true}{"resourceType":"Patient","id":"1","active":true,"name":[{"family":"Berg","given":["A"]}]}""", Encoding.UTF8.GetString(buffer.Written));
    }

    [Fact]
    public void Filter_MoreThanTheBufferMayHold_IsRefusedAndTheRestStays()
    {
        using var buffer = new FilterBuffer(mostBytes: 60);
        Assert.True(Filter.Filter(Patient, Lines.Scope(""), buffer).IsKept);
        var pass = Filter.Filter(Patient, Lines.Scope(""), buffer);

        Assert.Equal(FilterErrorCodes.TooLarge, pass.Refusal?.Code);
        Assert.Equal("""{"resourceType":"Patient","id":"1","active":true}""", Encoding.UTF8.GetString(buffer.Written));
    }

    /// <summary>Masks are longer than what they stand for: a small resource may not become a large one.</summary>
    [Fact]
    public void Filter_MasksWithoutEnd_AreBounded()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "link structure", "link.type D06"));
        var links = string.Join(',', Enumerable.Repeat("""{"other":{"reference":"a"},"type":"refer"}""", 1000));
        using var buffer = new FilterBuffer(mostBytes: 50_000);

        Assert.Equal(FilterErrorCodes.TooLarge, filter.Filter(Encoding.UTF8.GetBytes($$$$$$"""{"resourceType":"Patient","link":[{{{{{{links}}}}}}]}"""), Lines.Scope("", new ReleasedTargets("a")), buffer).Refusal?.Code);
        Assert.Equal(0, buffer.Length);
    }

    private static long Allocated(Action once)
    {
        for (var i = 0; i < Rounds; i++)
        {
            once();
        }

        // The runtime allocates now and then on its own account, when it compiles anew what runs often: the least of many is what the code itself takes.
        var least = long.MaxValue;
        for (var i = 0; i < (Rounds / 4) + 1; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            once();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private sealed class OneScope(FilterScope scope) : IBundleScopes
    {
        public FilterScope Of(BundleIndex bundle, int entry) => scope;
    }
}
