using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Holds YAML, read by the YAML library alone, against the words of JSON Schema that the gateway's schemas use.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Errors(object? value, JsonNode schema, string at)
    {
        if (schema["anyOf"] is JsonArray any)
        {
            return any.Any(a => !Errors(value, a!, at).Any()) ? [] : [$"{at}: no alternative fits"];
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.Any(w => (string?)w == value as string) ? [] : [$"{at}: `{value}` is not listed"];
        }

        if (schema["const"] is { } one)
        {
            return Expect(string.Equals((string?)one, value as string, StringComparison.Ordinal), $"{at}: `{value}` is not `{one}`");
        }

        var type = (string?)schema["type"];
        return type switch
        {
            "string" => Expect(value is string text && IsMatch(text, schema["pattern"]), $"{at}: no such text"),
            "boolean" => Expect(value is "true" or "false", $"{at}: no boolean"),
            "integer" => Expect(int.TryParse(value as string, out var n) && n >= (int)schema["minimum"]! && n <= (int)schema["maximum"]!, $"{at}: no such number"),
            "array" when value is List<object> items => items.SelectMany((item, i) => Errors(item, schema["items"]!, $"{at}[{i}]"))
                .Concat(Expect(items.Count >= ((int?)schema["minItems"] ?? 0) && items.Count <= ((int?)schema["maxItems"] ?? int.MaxValue), $"{at}: not so many items")),
            "object" when value is Dictionary<object, object> map => Map(map, schema, at),
            _ => [$"{at}: no {type}"],
        };
    }

    private static string[] Expect(bool holds, string error) => holds ? [] : [error];

    private static bool IsMatch(string text, JsonNode? pattern) => pattern is null || Regex.IsMatch(text, (string)pattern!);

    private static IEnumerable<string> Map(Dictionary<object, object> map, JsonNode schema, string at)
    {
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!map.ContainsKey((string)required!))
            {
                yield return $"{at}: `{required}` is missing";
            }
        }

        foreach (var (key, needs) in schema["dependentRequired"] as JsonObject ?? [])
        {
            if (map.ContainsKey(key) && !needs!.AsArray().All(n => map.ContainsKey((string)n!)))
            {
                yield return $"{at}: `{key}` stands alone";
            }
        }

        foreach (var (key, value) in map.Select(e => ((string)e.Key, e.Value)))
        {
            var own = schema["properties"]?[key] ?? (schema["propertyNames"] is { } names && !Errors(key, names, at).Any() ? schema["additionalProperties"] : null);
            foreach (var error in own is null ? [$"{at}: `{key}` is not a key here"] : Errors(value, own, $"{at}.{key}"))
            {
                yield return error;
            }
        }
    }
}
