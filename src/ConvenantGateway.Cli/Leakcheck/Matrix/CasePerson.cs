using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A person of a message: its Patient, filled with canaries.</summary>
internal sealed record CasePerson(BetrokkeneRol Rol, string Urn, JsonObject Patient)
{
    /// <summary>An element of <c>about</c>.</summary>
    public JsonObject ToAbout() => new() { ["family"] = Family, ["given"] = Given, ["birthDate"] = Birth, ["gender"] = Gender };

    /// <summary>The parameters of <c>$case-status</c>.</summary>
    public JsonObject ToParameters() => new()
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(
            new JsonObject { ["name"] = "family", ["valueString"] = Family },
            new JsonObject { ["name"] = "given", ["valueString"] = Given },
            new JsonObject { ["name"] = "birthDate", ["valueDate"] = Birth },
            new JsonObject { ["name"] = "gender", ["valueCode"] = Gender }),
    };

    /// <summary>The family name.</summary>
    public string Family => Patient["name"]![0]!["family"]!.ToString();

    /// <summary>The birth date.</summary>
    public string Birth => Patient["birthDate"]!.ToString();

    private string Given => Patient["name"]![0]!["given"]![0]!.ToString();

    private string Gender => Patient["gender"]!.ToString();
}
