using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Cli.Push;

/// <summary>Reads FHIR files: a Bundle gives its resources, any other file is one resource.</summary>
internal static class PushFiles
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The resources, Patients first so that what is pushed later can refer to them.</summary>
    /// <exception cref="JsonException">A file is not JSON.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static List<PushItem> Read(IEnumerable<FileInfo> files)
    {
        var items = files.SelectMany(static f => Items(JsonNode.Parse(File.ReadAllBytes(f.FullName), null, Strict) as JsonObject)).ToList();
        return [.. items.Where(static i => i.Type == "Patient"), .. items.Where(static i => i.Type != "Patient")];
    }

    private static IEnumerable<PushItem> Items(JsonObject? root)
    {
        if (root?["resourceType"]?.ToString() == "Bundle" && root["entry"] is JsonArray entries)
        {
            return entries.OfType<JsonObject>()
                .Where(static e => e["resource"] is JsonObject)
                .Select(static e => Item((JsonObject)e["resource"]!, e["fullUrl"]?.ToString()));
        }

        return root is null ? [] : [Item(root, null)];
    }

    private static PushItem Item(JsonObject resource, string? fullUrl) => new(resource["resourceType"]?.ToString() ?? "?", fullUrl, resource);
}
