using System.Collections.Immutable;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>Counts leaves by path and state.</summary>
internal sealed class LeafCounts
{
    private readonly Dictionary<(string Path, CoverageState State, string As), int> _counts = [];

    /// <summary>One value.</summary>
    public void Add(string path, CoverageState state, string word)
    {
        var key = (path, state, word);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>Every value below an element, under the one path.</summary>
    public void All(JsonElement value, string path, CoverageState state, string word)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var child in value.EnumerateObject().Where(static c => c.Name != "resourceType"))
                {
                    All(child.Value, path, state, word);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    All(item, path, state, word);
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                Add(path, state, word);
                break;
        }
    }

    /// <summary>In order of path and state.</summary>
    public ImmutableArray<DataLeaf> ToImmutable() =>
    [
        .. _counts.Select(static c => new DataLeaf(c.Key.Path, c.Key.State, c.Key.As, c.Value))
            .OrderBy(static l => l.Path, StringComparer.Ordinal).ThenBy(static l => l.State).ThenBy(static l => l.As, StringComparer.Ordinal),
    ];
}
