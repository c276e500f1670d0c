using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Reads one evaluation: what the specification requires must be there with the right type; what it does not know is ignored (AuthZEN 1.0 section 10.1.1). Pure.</summary>
internal static class AccessItemReader
{
    /// <summary>Reads an evaluation whose members may come from the defaults of a batch.</summary>
    /// <param name="item">The evaluation; for a single one the request itself.</param>
    /// <param name="defaults">The top level of a batch, or undefined.</param>
    /// <returns>The evaluation, or what is missing or of the wrong type: names of members, never values.</returns>
    public static (AccessItem? Item, string? Wrong) Read(JsonElement item, JsonElement defaults)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return (null, "een evaluatie is een JSON-object");
        }

        var wrong = new List<string>();
        var subject = Member("subject", item, defaults, isRequired: true, wrong);
        var action = Member("action", item, defaults, isRequired: true, wrong);
        var resource = Member("resource", item, defaults, isRequired: true, wrong);
        var context = Member("context", item, defaults, isRequired: false, wrong);
        var read = new AccessItem(
            Text(subject, "subject", "type", wrong),
            Text(subject, "subject", "id", wrong),
            Text(action, "action", "name", wrong),
            Text(resource, "resource", "type", wrong),
            Text(resource, "resource", "id", wrong),
            Properties(resource, "resource", wrong),
            context);
        _ = Properties(subject, "subject", wrong);
        _ = Properties(action, "action", wrong);
        return wrong.Count == 0 ? (read, null) : (null, string.Join("; ", wrong));
    }

    /// <summary>A member that says something: null is read as absent.</summary>
    internal static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private static JsonElement Member(string name, JsonElement item, JsonElement defaults, bool isRequired, List<string> wrong)
    {
        if (!TryGet(item, name, out var value) && !TryGet(defaults, name, out value))
        {
            if (isRequired)
            {
                wrong.Add($"`{name}` ontbreekt");
            }

            return default;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"`{name}` is geen JSON-object");
            return default;
        }

        return value;
    }

    private static string Text(JsonElement entity, string entityName, string name, List<string> wrong)
    {
        if (entity.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        if (TryGet(entity, name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        wrong.Add($"`{entityName}.{name}` ontbreekt of is geen tekst");
        return "";
    }

    private static JsonElement Properties(JsonElement entity, string entityName, List<string> wrong)
    {
        if (!TryGet(entity, "properties", out var value))
        {
            return default;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"`{entityName}.properties` is geen JSON-object");
            return default;
        }

        return value;
    }
}
