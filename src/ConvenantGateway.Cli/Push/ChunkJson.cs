using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Cli.Push;

/// <summary>
/// Writes a chunk as a transaction. A reference inside the chunk stays; one to what an earlier chunk stored becomes the assigned <c>Type/id</c>; any other becomes a logical reference
/// (<c>identifier</c>), except to a Patient: that stays, and the gateway refuses it, or a resource about somebody would pass as one about nobody.
/// </summary>
internal static class ChunkJson
{
    /// <summary>The Bundle's bytes.</summary>
    /// <param name="chunk">The resources.</param>
    /// <param name="byName">All resources of the files by what they are called.</param>
    public static byte[] Write(IReadOnlyList<PushItem> chunk, IReadOnlyDictionary<string, PushItem> byName)
    {
        var inside = chunk.SelectMany(static i => i.Names).ToHashSet(StringComparer.Ordinal);
        var entries = new JsonArray();
        foreach (var item in chunk)
        {
            var resource = item.Resource.DeepClone();
            Rewrite(resource, inside, byName);
            var entry = new JsonObject();
            if (item.FullUrl is not null)
            {
                entry["fullUrl"] = item.FullUrl;
            }

            entry["resource"] = resource;
            entry["request"] = new JsonObject { ["method"] = "POST", ["url"] = item.Type };
            entries.Add(entry);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = entries });
    }

    private static void Rewrite(JsonNode? node, HashSet<string> inside, IReadOnlyDictionary<string, PushItem> byName)
    {
        if (node is JsonArray array)
        {
            foreach (var child in array)
            {
                Rewrite(child, inside, byName);
            }

            return;
        }

        if (node is not JsonObject json)
        {
            return;
        }

        if (json["reference"] is JsonValue value && value.TryGetValue<string>(out var target) && !target.StartsWith('#') && !inside.Contains(target))
        {
            Resolve(json, target, byName.GetValueOrDefault(target));
        }

        foreach (var (_, child) in json)
        {
            Rewrite(child, inside, byName);
        }
    }

    private static void Resolve(JsonObject json, string target, PushItem? item)
    {
        if (item?.Location is { } location)
        {
            json["reference"] = location;
        }
        else if (item?.Type != "Patient" && !target.StartsWith("Patient/", StringComparison.Ordinal))
        {
            json.Remove("reference");
            json["identifier"] ??= new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = target };
        }
    }
}
