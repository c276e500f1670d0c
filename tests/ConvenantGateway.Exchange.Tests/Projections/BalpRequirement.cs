using System.Text.Json.Nodes;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>One row of the table: an element of a profile, how often, and its fixed value. <c>agent[110153].who</c> is the element <c>who</c> of each agent whose type has that code.</summary>
internal sealed record BalpRequirement(IReadOnlyList<string> Profiles, string Path, int Min, int Max, string Fixed)
{
    public static BalpRequirement Parse(string row)
    {
        var cells = row.Trim('|').Split('|').Select(static c => c.Trim().Trim('`')).ToList();
        var bounds = cells[2].Split("..");
        return new BalpRequirement(
            [.. cells[0].Split(',').Select(static p => p.Trim().Trim('`'))], cells[1], int.Parse(bounds[0]), bounds[1] == "*" ? int.MaxValue : int.Parse(bounds[1]), cells[3]);
    }

    /// <summary>What is wrong with an event; empty if nothing is.</summary>
    public IEnumerable<string> Wrong(JsonNode found)
    {
        var dot = Path.IndexOf("].", StringComparison.Ordinal);
        var parents = dot < 0 ? [found] : Slice(found, Path[..(dot + 1)]).ToList();
        var rest = dot < 0 ? Path : Path[(dot + 2)..];
        foreach (var parent in parents)
        {
            var nodes = rest.EndsWith(']') ? [.. Slice(parent, rest)] : Walk(parent, rest.Split('.')).ToList();
            if (nodes.Count < Min || nodes.Count > Max)
            {
                yield return $"{Path}: {nodes.Count} of {Min}..{Max}";
            }

            foreach (var node in nodes.Where(n => Fixed.Length > 0 && !Values(n).Contains(Fixed)))
            {
                yield return $"{Path}: {node.ToJsonString()} is not {Fixed}";
            }
        }
    }

    private static IEnumerable<JsonNode> Slice(JsonNode parent, string path)
    {
        var name = path[..path.IndexOf('[', StringComparison.Ordinal)];
        var code = path[(name.Length + 1)..^1];
        return Walk(parent, [name]).Where(n => Values(name == "subtype" ? n : n["type"]!).Contains(code));
    }

    private static IEnumerable<JsonNode> Walk(JsonNode node, IEnumerable<string> names) => names.Aggregate(
        (IEnumerable<JsonNode>)[node],
        static (nodes, name) => nodes.Select(n => (n as JsonObject)?[name]).OfType<JsonNode>().SelectMany(static n => n is JsonArray list ? list.OfType<JsonNode>() : [n]));

    private static IEnumerable<string> Values(JsonNode node) => node switch
    {
        JsonValue value => [value.ToString()],
        JsonObject o when o["coding"] is JsonArray codings => codings.Select(static c => c!["code"]!.GetValue<string>()),
        JsonObject o when o["code"] is { } code => [code.GetValue<string>()],
        JsonObject o when o["type"] is JsonValue type => [type.GetValue<string>()],
        _ => [],
    };
}
