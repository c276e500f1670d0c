using System.Text.Json.Nodes;

namespace ConvenantGateway.Host.Tests.Emergency;

/// <summary>FHIR knows no null members.</summary>
internal static class LeanJson
{
    public static JsonObject Lean(this JsonObject resource)
    {
        foreach (var name in resource.Where(static m => m.Value is null).Select(static m => m.Key).ToList())
        {
            resource.Remove(name);
        }

        return resource;
    }
}
