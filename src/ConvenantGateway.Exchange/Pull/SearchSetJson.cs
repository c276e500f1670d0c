using System.Buffers;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the Bundle of a search: no total, no link to itself. Pure.</summary>
internal static class SearchSetJson
{
    /// <summary>Composes it.</summary>
    /// <param name="fhirBase">The FHIR base of the address that was searched.</param>
    /// <param name="type">The resource type.</param>
    /// <param name="found">Id and bytes of each resource.</param>
    /// <param name="next">The token of the next page, or null.</param>
    public static byte[] Compose(string fhirBase, string type, IReadOnlyCollection<(string Id, ReadOnlyMemory<byte> Json)> found, string? next)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "searchset");
            if (next is not null)
            {
                json.WriteStartArray("link");
                json.WriteStartObject();
                json.WriteString("relation", "next");
                json.WriteString("url", $"{fhirBase}/{type}/_search?_page={next}");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            if (found.Count > 0)
            {
                json.WriteStartArray("entry");
                foreach (var (id, resource) in found)
                {
                    json.WriteStartObject();
                    json.WriteString("fullUrl", $"{fhirBase}/{type}/{id}");
                    json.WritePropertyName("resource");
                    json.WriteRawValue(resource.Span, skipInputValidation: true);
                    json.WriteStartObject("search");
                    json.WriteString("mode", "match");
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
