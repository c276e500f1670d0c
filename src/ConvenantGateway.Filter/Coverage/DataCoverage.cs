using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Counts, over FHIR resources, which values the classification speaks of. For finding what a source sends that no line knows; keeps paths and counts, never values. Not thread safe.</summary>
/// <param name="elements">The classification by type; paths that R4 does not have are an <see cref="ArgumentException"/> at the first resource of the type.</param>
public sealed class DataCoverage(IReadOnlyDictionary<string, ElementClassification> elements)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ResourceFilter.MaxDepth, AllowDuplicateProperties = false };

    private readonly LeafCounts _counts = new();
    private readonly Dictionary<string, LineTree> _trees = new(StringComparer.Ordinal);

    /// <summary>How many resources were read; a Bundle counts as those in it.</summary>
    public int Resources { get; private set; }

    /// <summary>Reads one resource, or a Bundle with those in it.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="FormatException">It is not JSON, or no FHIR resource.</exception>
    public void Add(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            Resource(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"not readable as JSON at line {e.LineNumber + 1}", e);
        }
    }

    /// <summary>What was found, by path.</summary>
    public ImmutableArray<DataLeaf> Leaves() => _counts.ToImmutable();

    private void Resource(JsonElement resource)
    {
        if (resource.ValueKind != JsonValueKind.Object || !resource.TryGetProperty("resourceType", out var type) || type.ValueKind != JsonValueKind.String
            || R4Catalogue.Find(type.GetString()!) is not { Form: TypeForm.Resource } known)
        {
            throw new FormatException("not a resource of R4: `resourceType` is missing or unknown");
        }

        if (known.Name == "Bundle")
        {
            foreach (var entry in Entries(resource))
            {
                if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var inner))
                {
                    Resource(inner);
                }
            }

            return;
        }

        Resources++;
        if (TreeOf(known.Name) is { } tree)
        {
            new DataWalk(_counts).Object(resource, known, tree, null, known.Name, isRoot: true);
        }
        else
        {
            _counts.All(resource, known.Name, CoverageState.Unknown, "");
        }
    }

    private static JsonElement.ArrayEnumerator Entries(JsonElement bundle) =>
        bundle.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array ? entries.EnumerateArray() : default;

    private LineTree? TreeOf(string type)
    {
        if (!_trees.TryGetValue(type, out var tree) && elements.TryGetValue(type, out var classification))
        {
            _trees.Add(type, tree = LineTree.Of(classification));
        }

        return tree;
    }
}
