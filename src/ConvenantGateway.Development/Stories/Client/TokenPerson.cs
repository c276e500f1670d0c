using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>A person a call is about.</summary>
/// <param name="Family">The family name.</param>
/// <param name="Given">The given name.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Gender">A FHIR <c>administrative-gender</c> code.</param>
public sealed record TokenPerson(string Family, string Given, DateOnly BirthDate, string Gender)
{
    /// <summary>An element of <c>about</c>.</summary>
    internal JsonObject ToJson() => new() { ["family"] = Family, ["given"] = Given, ["birthDate"] = IsoDate.Of(BirthDate), ["gender"] = Gender };
}
