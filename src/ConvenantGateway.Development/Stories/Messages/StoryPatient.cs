using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>A Patient in a message: adds elements and notes what becomes of each. Not thread safe.</summary>
internal sealed class StoryPatient(StoryMessage message, StoryPerson person, JsonObject resource, int entry)
{
    /// <summary>The name is followed by its given name, which stands nowhere else.</summary>
    public StoryPatient Identity(bool? fate, string name = "D01 naam, geboortedatum, geslacht") => Note(name, "Patient.name", person.Given, fate);

    /// <summary>The role as such.</summary>
    public StoryPatient Rol(bool? fate, string name) => Note(name, "Patient.meta", $"\"{person.Rol}\"", fate);

    /// <summary>A telephone number that the person says is safe.</summary>
    public StoryPatient SafeContact(string number, bool? fate)
    {
        resource["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = number, ["use"] = SafeContactUse });
        return Note("D02 veilig telefoonnummer", "Patient.telecom", number, fate);
    }

    /// <summary>An address.</summary>
    public StoryPatient Address(string line, bool? fate, string name = "D04 woonadres")
    {
        resource["address"] = new JsonArray(new JsonObject { ["use"] = "home", ["line"] = new JsonArray(line), ["city"] = "Noordstad" });
        return Note(name, "Patient.address", line, fate);
    }

    /// <summary>A BSN (fictitious, of the range 99999…).</summary>
    public StoryPatient Bsn(string bsn, bool? fate)
    {
        resource["identifier"] = new JsonArray(new JsonObject { ["system"] = FhirNodes.BsnSystem, ["value"] = bsn });
        return Note("D03 BSN", "Patient.identifier", bsn, fate);
    }

    /// <summary>How a safe contact is marked on <c>telecom</c>.</summary>
    private const string SafeContactUse = "temp";

    private StoryPatient Note(string name, string path, string canary, bool? fate)
    {
        message.Note(new StoryPart(entry, person, name, path, canary, fate));
        return this;
    }
}
