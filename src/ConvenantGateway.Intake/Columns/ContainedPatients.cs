using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>Patients inside other resources. They are persons like any other: else a resource about a contained Patient would be about nobody.</summary>
internal static class ContainedPatients
{
    /// <summary>The persons, in order.</summary>
    public static IEnumerable<IntakePerson> Read(BundleEntry entry, string id, Purpose purpose)
    {
        var contained = (entry.Resource["contained"] as JsonArray ?? []).OfType<JsonObject>().Where(static c => c.Text("resourceType") == "Patient").ToList();
        return contained.Select((one, i) => PersonColumns.Read(entry with { Resource = one }, $"{id}#{one.Text("id") ?? $"{i}"}", purpose));
    }
}
