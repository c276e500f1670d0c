using System.Text.Json.Nodes;

namespace ConvenantGateway.Intake;

/// <summary>Walks a resource's JSON with its FHIRPath (without indexes).</summary>
internal static class JsonWalk
{
    /// <summary>Every object in the tree with its path, the root first.</summary>
    public static IEnumerable<(string Path, JsonObject Node)> Objects(string path, JsonNode? node)
    {
        if (node is JsonObject one)
        {
            yield return (path, one);
            foreach (var (name, child) in one)
            {
                foreach (var found in Objects($"{path}.{name}", child))
                {
                    yield return found;
                }
            }
        }
        else if (node is JsonArray many)
        {
            foreach (var item in many)
            {
                foreach (var found in Objects(path, item))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>The nodes at a dotted path below an object; arrays are flattened.</summary>
    public static IEnumerable<JsonNode> At(JsonNode? node, ReadOnlyMemory<char> path)
    {
        if (node is JsonArray many)
        {
            return many.SelectMany(item => At(item, path));
        }

        if (path.IsEmpty)
        {
            return node is null ? [] : [node];
        }

        var dot = path.Span.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        return node is JsonObject one ? At(one[name.ToString()], dot < 0 ? default : path[(dot + 1)..]) : [];
    }

    /// <summary>The objects at a dotted path.</summary>
    public static IEnumerable<JsonObject> ObjectsAt(JsonNode? node, string path) => At(node, path.AsMemory()).OfType<JsonObject>();

    /// <summary>A string member, or null.</summary>
    public static string? Text(this JsonObject node, string name) => node[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
