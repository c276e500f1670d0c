using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>Takes out of a Patient the very items that were found, before the filter sees it: the other addresses and numbers stay decided by their category.</summary>
internal static class FoundItems
{
    /// <summary>The bytes without the items; numbers keep their text.</summary>
    public static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> json, IEnumerable<IntakeFinding> findings)
    {
        var resource = JsonNode.Parse(json.Span)!.AsObject();
        foreach (var element in findings.GroupBy(static f => f.Element))
        {
            Remove(resource, element.Key, element.Select(static f => f.Item).Distinct());
            Remove(resource, "_" + element.Key, element.Select(static f => f.Item).Distinct());
        }

        return JsonSerializer.SerializeToUtf8Bytes(resource, JsonText.Options);
    }

    /// <summary>True where the finding is in an element without which the rest means something else (R4 <c>isModifier</c>): it cannot be taken out alone.</summary>
    public static bool IsModifier(IntakeFinding finding) => finding.Element is "modifierExtension" or "implicitRules" or "active" or "deceasedBoolean" or "deceasedDateTime" or "link";

    /// <summary>One line per element: path, D05, how many items.</summary>
    public static ImmutableArray<WithheldElement> Report(string type, IEnumerable<IntakeFinding> findings) =>
    [
        .. findings.GroupBy(static f => f.Element)
            .Select(e => new WithheldElement($"{type}.{e.Key}", e.Aggregate(default(Policy.CategorySet), static (all, f) => all | f.Category), e.Select(static f => f.Item).Distinct().Count())),
    ];

    private static void Remove(JsonObject resource, string name, IEnumerable<int?> items)
    {
        if (resource[name] is not JsonArray many || items.Contains(null))
        {
            resource.Remove(name);
            return;
        }

        foreach (var item in items.OfType<int>().OrderDescending().Where(i => i < many.Count))
        {
            many.RemoveAt(item);
        }

        if (many.Count == 0)
        {
            resource.Remove(name);
        }
    }
}
