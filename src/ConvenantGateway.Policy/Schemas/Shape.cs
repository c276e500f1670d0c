using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The few words of JSON Schema (draft 2020-12) that the policy files need.</summary>
internal static class Shape
{
    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject Date() => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject Number(int min, int max) => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };

    public static JsonObject Of(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };

    public static JsonObject Const(string word) => new() { ["const"] = word };

    public static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    /// <summary>Text of a pattern.</summary>
    public static JsonObject Matching(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>One of several shapes.</summary>
    public static JsonObject AnyOf(params JsonObject[] shapes) => new() { ["anyOf"] = new JsonArray([.. shapes]) };

    /// <summary>A list of so many items.</summary>
    public static JsonObject Bounded(JsonObject list, int min, int? max = null)
    {
        list["minItems"] = min;
        if (max is { } most)
        {
            list["maxItems"] = most;
        }

        return list;
    }

    /// <summary>A mapping in which a key asks for another beside it.</summary>
    public static JsonObject With(JsonObject map, params (string Key, string Needs)[] pairs)
    {
        map["dependentRequired"] = new JsonObject([.. pairs.Select(static p => KeyValuePair.Create(p.Key, (JsonNode?)new JsonArray(p.Needs)))]);
        return map;
    }

    /// <summary>One word counts as a list of one.</summary>
    public static JsonObject OneOrMore(JsonObject item) => new() { ["anyOf"] = new JsonArray(item, List((JsonObject)item.DeepClone())) };

    /// <summary>A mapping whose keys are codes.</summary>
    public static JsonObject ByCode(IEnumerable<string> codes, JsonObject value) =>
        new() { ["type"] = "object", ["propertyNames"] = Of(codes), ["additionalProperties"] = value };

    /// <summary>A mapping of known keys; a key that ends in <c>!</c> must be there.</summary>
    public static JsonObject Map(params (string Key, JsonObject Value)[] keys)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (key, value) in keys)
        {
            var name = key.TrimEnd('!');
            properties[name] = value;
            if (name.Length < key.Length)
            {
                required.Add((JsonNode)name);
            }
        }

        var shape = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Count > 0)
        {
            shape["required"] = required;
        }

        return shape;
    }
}
