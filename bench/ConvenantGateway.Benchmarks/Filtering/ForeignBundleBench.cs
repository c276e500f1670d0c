using System.Buffers;
using System.Text.Json;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Filtering;

/// <summary>P7 for foreign Bundles: index pass, decision per entry and filter pass, against one bare reader pass over the same Bundle; and that the time grows with the size, up to 50 MB.</summary>
internal static class ForeignBundleBench
{
    /// <summary>Copies of the record: about 0.1, 1.2 and 49 MB.</summary>
    private static readonly int[] Copies = [1, 10, 420];

    /// <summary>Measures.</summary>
    public static void Run(BenchOptions options, ResourceFilter filter, CategorySet released, List<Row> rows, List<string> notes)
    {
        var bundles = new BundleFilter(filter);
        var index = new BundleIndex();
        using var buffer = new FilterBuffer();
        var scopes = new Scopes(released);
        Samples? small = null;
        foreach (var copies in Copies)
        {
            var bundle = Bundle(copies);
            long kept = 0;
            var ours = new Loop("bundle", () =>
            {
                var pass = bundles.Filter(bundle, scopes, "https://gateway/fhir"u8, index, buffer);
                kept = pass.Refusal is { } refusal ? throw new BenchFailedException($"{refusal.Code} {refusal.Message}") : pass.Length;
                buffer.Clear();
            });
            var reader = new Loop("reader", () => Read(bundle));
            Loop.Measure(options, reader, ours);
            var size = $"foreign Bundle {bundle.Length / 1000.0:F0} KB";
            notes.Add($"{size}: {index.Entries.Length} entries, {100.0 * kept / bundle.Length:F0} % of the bytes kept");
            rows.Add(new($"{size}, MB/s", "Utf8JsonReader pass", reader.Nanoseconds.Over(ours.Nanoseconds), new("P7", 0.40, true), $"{Speed(bundle, ours)} / {Speed(bundle, reader)} MB/s"));
            if (copies <= 10)
            {
                rows.Add(Row.Of($"{size}, bytes allocated", "-", ours.BytesPerCall, new("P7", 0, false), $"for {kept} B kept"));
            }

            if (copies == 10)
            {
                small = PerByte(bundle, ours);
            }
            else if (small is not null)
            {
                rows.Add(new($"{size}, time per byte", "the same at 1.2 MB", PerByte(bundle, ours).Over(small), new("P7", 1.5, false), "linear up to 50 MB"));
            }
        }
    }

    private static byte[] Bundle(int copies)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":["u8);
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var (resource, i) in SyntheticFhir.Record().Select(static (r, i) => (r, i)))
            {
                var id = i == 0 ? $"\"id\":\"{(copy == 0 ? "1" : $"p{copy}")}\"," : $"\"id\":\"{copy}-{i}\",";
                bytes.Write(copy + i == 0 ? "{\"resource\":{"u8 : ",{\"resource\":{"u8);
                bytes.Write(System.Text.Encoding.ASCII.GetBytes(id));
                bytes.Write(resource.AsSpan(1));
                bytes.Write(",\"search\":{\"mode\":\"match\"}}"u8);
            }
        }

        bytes.Write("]}"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
        }
    }

    private static Samples PerByte(byte[] bundle, Loop loop)
    {
        var samples = new Samples();
        foreach (var round in loop.Nanoseconds.Rounds)
        {
            samples.Add(round / bundle.Length);
        }

        return samples;
    }

    private static string Speed(byte[] bundle, Loop loop) => Row.Figure(bundle.Length * 1000.0 / loop.Nanoseconds.Median);

    private sealed class Scopes(CategorySet released) : IBundleScopes
    {
        public FilterScope Of(BundleIndex bundle, int entry) =>
            bundle.Entries[entry].NamesOutsider ? default : new FilterScope(released | bundle.Entries[entry].Class, bundle.Entries[entry].Class, null, MarkSubsetted: true);
    }
}
