using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Walks the leaves of a resource with what the classification says of each. Pure.</summary>
internal static class ResourceLeaves
{
    /// <summary>All texts and numbers, in order; names of properties that no R4 element has are leaves too.</summary>
    /// <param name="root">The resource.</param>
    /// <param name="classification">Its type's lines; null if it has no place.</param>
    public static IEnumerable<ResourceLeaf> Of(JsonElement root, ElementClassification? classification)
    {
        var categories = classification is null ? null : ElementCategories.Of(classification);
        return Inside(root, "", "", null, categories, categories?.Start ?? [], default);
    }

    private static IEnumerable<ResourceLeaf> Inside(
        JsonElement holder, string name, string own, int? item, ElementCategories? categories, ImmutableArray<(int, int)> at, ElementPlace place)
    {
        foreach (var property in holder.EnumerateObject())
        {
            var key = property.Name;
            if (!key.All(static c => char.IsAsciiLetter(c) || c == '_'))
            {
                yield return new ResourceLeaf(key, name, holder, own, item, place, key);
            }

            var isMany = property.Value.ValueKind == JsonValueKind.Array;
            var index = 0;
            foreach (var value in isMany ? property.Value.EnumerateArray() : (IEnumerable<JsonElement>)[property.Value])
            {
                var (next, said) = categories?.Down(at, place, key, value) ?? ([], default);
                var (ownName, ownItem) = own.Length == 0 ? (key, isMany ? index : null) : (own, item);
                foreach (var leaf in Value(value, key, name, holder, ownName, ownItem, categories, next, said))
                {
                    yield return leaf;
                }

                index++;
            }
        }
    }

    private static IEnumerable<ResourceLeaf> Value(
        JsonElement value, string key, string name, JsonElement holder, string own, int? item, ElementCategories? categories, ImmutableArray<(int, int)> at, ElementPlace place) => value.ValueKind switch
        {
            JsonValueKind.Object => Inside(value, key, own, item, categories, at, place),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(one => Value(one, key, name, holder, own, item, categories, at, place)),
            JsonValueKind.String => [new ResourceLeaf(key, name, holder, own, item, place, value.GetString()!)],
            JsonValueKind.Number => [new ResourceLeaf(key, name, holder, own, item, place, value.GetRawText())],
            _ => [],
        };
}
