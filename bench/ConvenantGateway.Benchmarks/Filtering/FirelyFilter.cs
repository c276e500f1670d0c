using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace ConvenantGateway.Benchmarks.Filtering;

/// <summary>What a gateway built on the FHIR SDK would do: parse into objects, take out the elements that the real filter took out at the top level, serialize.</summary>
internal sealed class FirelyFilter(IReadOnlySet<string> cut)
{
    // Its fastest mode: no validation, as a filter that trusts its store would run it.
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Ostrich);

    /// <summary>Filters one resource.</summary>
    public byte[] Filter(byte[] utf8)
    {
        var resource = JsonSerializer.Deserialize<Resource>(utf8, Fhir)!;
        foreach (var name in resource.EnumerateElements().Select(static e => e.Key).ToList())
        {
            if (cut.Contains($"{resource.TypeName}.{name}"))
            {
                resource.SetValue(name, null);
            }
        }

        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(resource, Fhir));
    }
}
