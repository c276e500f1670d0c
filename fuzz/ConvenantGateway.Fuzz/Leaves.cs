using System.Text.Json;

namespace ConvenantGateway.Fuzz;

/// <summary>The values of a resource with their paths, without indexes. Masks and the mark of a cut are the filter's own words and left out.</summary>
internal static class Leaves
{
    private static readonly string[] OwnWords = ["masked", "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "SUBSETTED", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"];

    /// <summary>Path and value of each.</summary>
    public static IEnumerable<string> Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Walk("", document.RootElement)];
    }

    private static IEnumerable<string> Walk(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Walk($"{path}.{p.Name}", p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(i => Walk(path, i)),
        JsonValueKind.Null => [],
        JsonValueKind.String when OwnWords.Contains(element.GetString()) => [],
        _ => [$"{path}={element.GetRawText()}"],
    };
}
