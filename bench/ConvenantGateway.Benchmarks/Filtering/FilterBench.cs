using System.Text.Json;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Filtering;

/// <summary>P7: the element filter against a bare reader pass over the same bytes and against parse, prune and serialize by the FHIR SDK.</summary>
internal static class FilterBench
{
    private static readonly CategorySet Released = CategorySet.Of(1) | CategorySet.Of(14);

    /// <summary>Measures and prints.</summary>
    public static void Run(BenchOptions options, TextWriter output)
    {
        var snapshot = RealPolicies.Load();
        var filter = new ResourceFilter(snapshot.Elements);
        var rows = new List<Row>();
        var notes = new List<string> { "released: D01 and D14, references kept; MB/s of input, CPU time of one thread" };
        List<(string Name, IReadOnlyList<byte[]> Resources)> inputs =
        [
            ("Patient", [SyntheticFhir.Bytes(SyntheticFhir.Patient(1))]),
            ("record", SyntheticFhir.Record()),
            ("Observation", [SyntheticFhir.Bytes(SyntheticFhir.Observation(1, "Patient/1", 250))]),
            ("large record", [.. Enumerable.Repeat(SyntheticFhir.Record(), 10).SelectMany(static r => r)]),
        ];
        if (options.Bundle is { } path)
        {
            inputs.Add(("given Bundle", Entries(path)));
        }

        foreach (var (name, resources) in inputs)
        {
            Compare(options, snapshot, filter, name, resources, rows, notes);
        }

        ForeignBundleBench.Run(options, filter, Released, rows, notes);

        GoalTable.Print(output, "filter", rows, notes);
    }

    private static void Compare(BenchOptions options, PolicySnapshot snapshot, ResourceFilter filter, string name, IReadOnlyList<byte[]> resources, List<Row> rows, List<string> notes)
    {
        var cut = new HashSet<string>(StringComparer.Ordinal);
        long kept = 0;
        foreach (var resource in resources)
        {
            var outcome = filter.Filter(resource, Scope(snapshot, resource));
            if (outcome.Refusal is { } refusal)
            {
                throw new BenchFailedException($"{name}: {refusal.Code} {refusal.Message}");
            }

            kept += outcome.Body?.Utf8.Length ?? 0;
            cut.UnionWith(outcome.Withheld.Select(static w => w.Path));
        }

        var scopes = resources.Select(r => Scope(snapshot, r)).ToArray();
        var firely = new FirelyFilter(cut);
        using var buffer = new FilterBuffer();
        var ours = new Loop("filter", () =>
        {
            for (var i = 0; i < scopes.Length; i++)
            {
                filter.Filter(resources[i], scopes[i], buffer);
            }

            buffer.Clear();
        });
        var reader = new Loop("reader", () =>
        {
            foreach (var resource in resources)
            {
                Read(resource);
            }
        });
        var sdk = new Loop("sdk", () =>
        {
            foreach (var resource in resources)
            {
                firely.Filter(resource);
            }
        });
        Loop.Measure(options, reader, ours, sdk);

        var bytes = resources.Sum(static r => (long)r.Length);
        var size = $"{name} {bytes / 1000.0:F1} KB";
        notes.Add($"{size}: {resources.Count} resources, {100.0 * kept / bytes:F0} % of the bytes kept");
        rows.Add(new($"{size}, MB/s", "Utf8JsonReader pass", reader.Nanoseconds.Over(ours.Nanoseconds), new("P7", 0.80, true), $"{Speed(bytes, ours)} / {Speed(bytes, reader)} MB/s"));
        rows.Add(new($"{size}, MB/s", "SDK parse+prune+serialize", sdk.Nanoseconds.Over(ours.Nanoseconds), new("P7", 18, true), $"{Speed(bytes, ours)} / {Speed(bytes, sdk)} MB/s"));
        rows.Add(Row.Of($"{size}, bytes allocated", "-", ours.BytesPerCall, new("P7", 0, false), $"for {kept} B kept; SDK {sdk.BytesPerCall:F0} B"));
    }

    private static FilterScope Scope(PolicySnapshot snapshot, byte[] resource)
    {
        using var json = JsonDocument.Parse(resource);
        var type = json.RootElement.GetProperty("resourceType").GetString()!;
        var own = snapshot.Elements.TryGetValue(type, out var classification) ? classification.DefaultClass : default;
        return new FilterScope(Released | own, own, AllReferences.Instance, MarkSubsetted: true);
    }

    private static long Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        long tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static string Speed(long bytes, Loop loop) => Row.Figure(bytes * 1000.0 / loop.Nanoseconds.Median);

    private static byte[][] Entries(string path)
    {
        using var bundle = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. bundle.RootElement.GetProperty("entry").EnumerateArray().Select(static e => JsonSerializer.SerializeToUtf8Bytes(e.GetProperty("resource")))];
    }
}
