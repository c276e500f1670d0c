using System.Collections.Frozen;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

/// <summary>Runs intake over a body with a small classification.</summary>
internal static class IntakeRun
{
    public const string Shelter = "hash-of:1234AB|5";

    public static IntakeResult Read(string body, string purpose = "REFER", string sender = "ashg-noord", string register = "vrouwenopvang-noord") =>
        Read(Encoding.UTF8.GetBytes(body), purpose, sender, register);

    public static IntakeResult Read(byte[] body, string purpose = "REFER", string sender = "ashg-noord", string register = "vrouwenopvang-noord")
    {
        var next = 0;
        return new FhirIntake().ReadTransaction(body, new IntakeContext
        {
            Sender = PartnerId.Parse(sender),
            Register = PartnerId.Parse(register),
            Purpose = new Purpose(purpose),
            Elements = Elements(),
            Partners = Partners(),
            AddressHash = static text => "hash-of:" + text,
            NewId = () => $"id-{++next}",
        });
    }

    public static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";

    public static string Entry(string resource, string type, string fullUrl = "", string request = "") =>
        $$"""{{{(fullUrl.Length == 0 ? "" : $"\"fullUrl\":\"{fullUrl}\",")}}"resource":{{resource}},"request":{{(request.Length == 0 ? $$"""{"method":"POST","url":"{{type}}"}""" : request)}}}""";

    public static string Patient(string extra = "", string rol = "slachtoffer") =>
        $$"""{"resourceType":"Patient","meta":{"tag":[{"system":"{{CodeSystems.Rol}}","code":"{{rol}}"}]},"name":[{"family":"Jansen","given":["Anna"]}],"gender":"female","birthDate":"1980-02-03"{{extra}}}""";

    public static string PatientEntry(string extra = "", string rol = "slachtoffer", string fullUrl = "urn:uuid:00000000-0000-4000-8000-000000000001") =>
        Entry(Patient(extra, rol), "Patient", fullUrl);

    private static FrozenDictionary<string, ElementClassification> Elements()
    {
        var label = new ResourceClassRule("category.coding", CodeSystems.Categorie, "*", default);
        string[] types = ["Patient", "Observation", "Condition", "ServiceRequest", "Task", "Consent", "Organization", "Location", "Flag", "EpisodeOfCare", "RelatedPerson"];
        return types.ToFrozenDictionary(
            static t => t,
            t => new ElementClassification(t, t is "Observation" or "Condition" ? CategorySet.Of(14) : default, t is "Observation" or "Condition" or "Flag" ? [label] : [], []));
    }

    private static FrozenDictionary<PartnerId, Partner> Partners()
    {
        var shelter = new Partner
        {
            Id = PartnerId.Parse("vrouwenopvang-noord"),
            Kind = new PartyKind("VO"),
            Name = "Vrouwenopvang Noord",
            Region = "noord",
            CertificateSubject = "CN=vrouwenopvang-noord",
            Telephone = "088-0000007",
            ContactFunction = "dienstdoend medewerker",
            ShelterAddressHashes = [Shelter],
        };
        return new[] { shelter }.ToFrozenDictionary(static p => p.Id);
    }
}
