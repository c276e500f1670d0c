using System.Buffers;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the status answer (design.md 3.2).</summary>
internal static class StatusJson
{
    /// <summary>The constant advice: the public number of the ASHG, and 112.</summary>
    private const string Advice = "Bel voor overleg, ook zonder persoonsgegevens, het steunpunt huiselijk geweld; bij acuut gevaar 112. Telefoon:";

    /// <summary>L0: the same bytes for no case, no permission, no match and a suspect, per counterparty.</summary>
    public static byte[] Nothing(Partner holder) => Compose(holder, StatusLevel.L0, null, null);

    /// <summary>L1 or L2.</summary>
    public static byte[] Known(Partner holder, CaseKnowledge knowledge) =>
        Compose(holder, knowledge.Level, knowledge.Level == StatusLevel.L2 ? knowledge.Since : null, knowledge.Level == StatusLevel.L2 ? knowledge.Coordinator : null);

    private static byte[] Compose(Partner holder, StatusLevel level, string? since, string? coordinator)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Parameters");
            json.WriteStartArray("parameter");
            Parameter(json, "level", "valueCode", level.ToString());
            Parameter(json, "advice", "valueString", $"{Advice} {holder.Telephone}");
            if (level >= StatusLevel.L1)
            {
                json.WriteStartObject();
                json.WriteString("name", "contact");
                json.WriteStartArray("part");
                Parameter(json, "organisation", "valueString", holder.Name);
                Parameter(json, "function", "valueString", holder.ContactFunction);
                Parameter(json, "telephone", "valueString", holder.Telephone);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            if (since is not null)
            {
                Parameter(json, "since", since.Length == 10 ? "valueDate" : "valueDateTime", since);
            }

            if (coordinator is not null)
            {
                Parameter(json, "coordinator", "valueString", coordinator);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Parameter(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString(type, value);
        json.WriteEndObject();
    }
}
