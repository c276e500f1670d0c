using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Development.Stories;

/// <summary>A synthetic person in a story.</summary>
/// <param name="Label">What the report calls the person, e.g. <c>moeder</c>.</param>
/// <param name="Rol">The code of <c>betrokkene-rol</c>.</param>
/// <param name="Family">The family name.</param>
/// <param name="Given">The given name.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Gender">The FHIR code.</param>
internal sealed record StoryPerson(string Label, string Rol, string Family, string Given, DateOnly BirthDate, string Gender)
{
    /// <summary>The <c>fullUrl</c> of the person's Patient; the same for the same person, so that a message sent again has the same bytes.</summary>
    public string Urn => UrnOf($"{Label}|{Rol}|{Family}|{Given}|{BirthDate:O}");

    /// <summary>As <c>about</c> names the person.</summary>
    public TokenPerson ToAbout() => new(Family, Given, BirthDate, Gender);

    /// <summary>A <c>urn:uuid:</c> that follows from a text.</summary>
    public static string UrnOf(string text) => $"urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";
}
