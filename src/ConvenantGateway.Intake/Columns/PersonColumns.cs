using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>Roles and traits of a Patient, read once, here, into columns (design.md section 6).</summary>
internal static class PersonColumns
{
    /// <summary>The person of a Patient entry.</summary>
    public static IntakePerson Read(BundleEntry entry, string id, Purpose purpose) =>
        new(entry.Index, id, Rollen(entry.Resource, purpose), Traits(entry.Resource));

    private static RolSet Rollen(JsonObject patient, Purpose purpose)
    {
        var rollen = default(RolSet);
        foreach (var tag in JsonWalk.ObjectsAt(patient, "meta.tag").Where(static t => t.Text("system") == CodeSystems.Rol))
        {
            rollen |= RolCodes.Read(Encoding.UTF8.GetBytes(tag.Text("code") ?? ""));
        }

        return rollen.IsEmpty && purpose.Code == "TREAT" ? RolSet.Of(BetrokkeneRol.Client) : rollen;
    }

    private static PersonTraits? Traits(JsonObject patient)
    {
        var names = JsonWalk.ObjectsAt(patient, "name").Where(static n => n.Text("family") is not null).ToList();
        var name = names.FirstOrDefault(static n => n.Text("use") == "official") ?? names.FirstOrDefault();
        return name?.Text("family") is not { } family
            ? null
            : new PersonTraits(
                family,
                name["given"] is JsonArray { Count: > 0 } given ? given[0]?.GetValue<string>() : null,
                patient.Text("birthDate"),
                patient.Text("gender"),
                JsonWalk.ObjectsAt(patient, "address").Select(static a => a.Text("postalCode")).FirstOrDefault(static p => p is not null));
    }
}
