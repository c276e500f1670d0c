using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;
using CsCheck;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace ConvenantGateway.Filter.Tests;

/// <summary>What must hold for any valid resource, any lines and any scope.</summary>
[Trait("Mutants", "last")]
public sealed class PropertyTests
{
    private const int Samples = 300 / Sampling.OneOf;

    private static readonly string[] Types =
        ["Patient", "EpisodeOfCare", "ServiceRequest", "Task", "Condition", "Observation", "Flag", "RelatedPerson", "Consent", "Organization", "PractitionerRole", "Location", "RiskAssessment"];

    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void Filter_AnyResource_IsWhatTheNaiveFilterLeaves() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: false);
            var expected = new NaiveFilter(sample.Lines, sample.Scope).Filter(sample.Resource);
            var left = sample.Left();

            Assert.True(JsonNode.DeepEquals(expected, left is null ? null : JsonNode.Parse(left)), $"{sample}\nexpected {expected?.ToJsonString(Relaxed)}\nactual   {left}");
        },
        iter: Samples);

    [Fact]
    public void Filter_Twice_IsFilteringOnce() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: seed % 2 == 0);
            if (sample.Left() is { } once)
            {
                var twice = sample.Filter.Left(once, sample.Scope);
                Assert.True(once == twice, $"{sample}\nonce  {once}\ntwice {twice}");
            }
        },
        iter: Samples);

    [Fact]
    public void Filter_ValidResource_LeavesValidR4() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: true);
            Assert.True(IsStrict(sample.Text, out var sent), $"the sample itself: {sent}\n{sample.Text}");
            if (sample.Left() is { } left)
            {
                Assert.True(IsStrict(left, out var issues), $"{issues}\n{sample}\n{left}");
            }
        },
        iter: Samples);

    [Fact]
    public void Filter_Output_HoldsNothingThatWasNotInTheInput() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: false);
            if (sample.Left() is { } left)
            {
                var leaves = Leaves("", WithoutMasks(JsonNode.Parse(left)!)).ToList();
                var sent = Leaves("", sample.Resource).ToHashSet();
                Assert.All(leaves, leaf => Assert.Contains(leaf, sent));
            }
        },
        iter: Samples);

    /// <summary>By the lines alone, without a walk: some line that the scope releases stands at the leaf or above it.</summary>
    [Fact]
    public void Filter_Output_HoldsOnlyPathsThatALineReleases() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: false);
            if (sample.Left() is { } left)
            {
                var released = sample.Lines.Elements.Where(sample.IsReleased).Select(static e => Steps(e.Path)).ToList();
                string[] always = [".resourceType", ".id", ".meta.versionId", ".meta.lastUpdated"];
                Assert.All(
                    Leaves("", WithoutMasks(JsonNode.Parse(left)!)).Select(static l => l[..l.IndexOf('=', StringComparison.Ordinal)]),
                    path => Assert.True(always.Contains(path) || released.Exists(line => IsAbove(line, Steps(path[1..]))), $"{path}\n{sample}"));
            }
        },
        iter: Samples);

    [Fact]
    public void Filter_FewerCategories_NeverLeavesMore() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: false);
            var fewer = sample.Scope with { Released = sample.Scope.Released & new CategorySet((uint)seed | 1) };
            var more = sample.Left();
            var less = sample.Filter.Left(sample.Text, fewer);
            if (less is null)
            {
                return;
            }

            Assert.NotNull(more);
            var all = Leaves("", JsonNode.Parse(more)!).ToHashSet();
            Assert.All(Leaves("", WithoutMasks(JsonNode.Parse(less)!)), leaf => Assert.Contains(leaf, all));
        },
        iter: Samples);

    [Fact]
    public void Filter_AnyPrefixOfAResource_IsRefusedNeverThrown() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: true);
            var bytes = Encoding.UTF8.GetBytes(sample.Text);
            var cut = bytes.AsSpan(0, (int)((uint)seed % bytes.Length));

            Assert.NotNull(sample.Filter.Filter(cut, sample.Scope).Refusal);
        },
        iter: Samples);

    [Fact]
    public void Filter_AnyChangedByte_IsRefusedOrFilteredNeverThrown() => Seeds.Sample(
        static seed =>
        {
            var sample = Sample.Of(seed, mark: true);
            var bytes = Encoding.UTF8.GetBytes(sample.Text);
            bytes[(uint)seed % bytes.Length] ^= (byte)(1 + (seed % 127));
            var outcome = sample.Filter.Filter(bytes, sample.Scope);

            Assert.True(outcome.Refusal is null || outcome.Body is null);
        },
        iter: Samples * 3);

    private static string[] Steps(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\[[^\]]*\]", "").Split('.');

    /// <summary>A choice is named by its element in a line and with its type in JSON.</summary>
    private static bool IsAbove(string[] line, string[] path) => line.Length <= path.Length && line.Zip(path).All(
        static pair => pair.Second.TrimStart('_') is var name && (name == pair.First || (name.StartsWith(pair.First, StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[pair.First.Length]))));

    private static bool IsStrict(string json, out string issues)
    {
        var isValid = Strict.TryDeserializeResource(json, out Resource? _, out var found);
        issues = string.Join("; ", found.Select(static e => e.Message));
        return isValid;
    }

    private static JsonNode WithoutMasks(JsonNode node)
    {
        switch (node)
        {
            case JsonObject one:
                foreach (var (name, child) in one.ToList())
                {
                    if (child is not null && child.ToJsonString().Contains("data-absent-reason", StringComparison.Ordinal) && IsMask(child))
                    {
                        one.Remove(name);
                    }
                    else if (child is not null)
                    {
                        WithoutMasks(child);
                    }
                }

                break;
            case JsonArray many:
                foreach (var item in many)
                {
                    if (item is not null)
                    {
                        WithoutMasks(item);
                    }
                }

                break;
            default:
                break;
        }

        return node;
    }

    private static bool IsMask(JsonNode node) =>
        node is JsonObject one ? one["extension"] is JsonArray { Count: 1 } reason && reason[0]!["valueCode"]?.ToString() == "masked" : node is JsonArray { Count: 1 } many && many[0] is { } item && IsMask(item);

    /// <summary>Path without indexes, and value.</summary>
    private static IEnumerable<string> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(p => Leaves($"{path}.{p.Key}", p.Value)),
        JsonArray many => many.SelectMany(i => Leaves(path, i)),
        null => [],
        _ => [$"{path}={node.ToJsonString()}"],
    };

    private sealed record Sample(JsonObject Resource, string Text, ElementClassification Lines, ResourceFilter Filter, FilterScope Scope)
    {
        private static readonly ConcurrentDictionary<(string Type, int Seed), (ElementClassification Lines, ResourceFilter Filter)> Filters = new();

        public static Sample Of(int seed, bool mark)
        {
            var random = new Random(seed);
            var type = Types[random.Next(Types.Length)];
            var resource = new RandomResource(random).Make(type);
            var (lines, filter) = Filters.GetOrAdd((type, random.Next(8)), static key => Compile(key.Type, key.Seed));
            var released = new CategorySet((uint)random.Next() & 0x3F);
            var resourceClass = random.Next(4) == 0 ? CategorySet.Of(1 + random.Next(6)) : CategorySet.Of(1 + random.Next(6)) & released;
            var references = random.Next(4) == 0 ? null : new ReleasedTargets("Patient/1");
            return new Sample(resource, resource.ToJsonString(random.Next(2) == 0 ? Relaxed : null), lines, filter, new FilterScope(released, resourceClass, references, mark));
        }

        private static (ElementClassification Lines, ResourceFilter Filter) Compile(string type, int seed)
        {
            var lines = new RandomLines(new Random(seed)).Make(type);
            return (lines, ConvenantGateway.Filter.Tests.Lines.Filter(lines));
        }

        public bool IsReleased(ElementRule line) => line.Kind switch
        {
            ElementKind.Structure => true,
            ElementKind.Category => !line.Category.IsEmpty && Scope.Released.Contains(line.Category),
            ElementKind.ResourceClass => !Scope.ResourceClass.IsEmpty && Scope.Released.Contains(Scope.ResourceClass),
            _ => false,
        };

        public string? Left() => Filter.Left(Text, Scope);

        public override string ToString() =>
            $"{Text}\nreleased {Scope.Released} class {Scope.ResourceClass} references {Scope.References is not null}\n{string.Join('\n', Lines.Elements.Select(static e => $"{e.Path} {e.Kind} {e.Category}"))}";
    }
}
