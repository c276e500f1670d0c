using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

public class ColumnTests
{
    private const string Url1 = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private const string Url2 = "urn:uuid:00000000-0000-4000-8000-000000000002";

    [Fact]
    public void ReadTransaction_ReferencesInside_AreRewrittenToAssignedIds()
    {
        var message = Read(IntakeRun.PatientEntry(), Observation(Url1, "D08"));
        Assert.Contains("\"reference\":\"Patient/id-1\"", Encoding.UTF8.GetString(message.Entries[1].Json.Span), StringComparison.Ordinal);
        Assert.Contains("\"id\":\"id-2\"", Encoding.UTF8.GetString(message.Entries[1].Json.Span), StringComparison.Ordinal);
        Assert.Equal([0], message.Entries[1].Persons);
        Assert.Contains(new SearchTerm("patient", "Patient/id-1"), message.Entries[1].Terms);
    }

    [Fact]
    public void ReadTransaction_ReferenceOutside_IsListedAsOutside()
    {
        var message = Read(Observation("Patient/elders", "D08"));
        Assert.Contains(message.Entries[0].References, static r => r is { IsInside: false, Target: "Patient/elders" });
        Assert.Equal(["Patient/elders"], message.Entries[0].EarlierPersons);
    }

    [Fact]
    public void ReadTransaction_TwoPersonsNamed_IsAboutBoth()
    {
        var message = Read(
            IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2),
            IntakeRun.Entry($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"},"focus":[{"reference":"{{{Url2}}}"}]}""", "Observation"));
        Assert.Equal([0, 1], message.Entries[2].Persons);
    }

    [Theory]
    [InlineData("slachtoffer", BetrokkeneRol.Slachtoffer)]
    [InlineData("vermoedelijke-pleger", BetrokkeneRol.Pleger)]
    [InlineData("kind", BetrokkeneRol.Kind)]
    [InlineData("iets-anders", BetrokkeneRol.Onbekend)]
    public void ReadTransaction_RoleTag_IsReadOnce(string code, BetrokkeneRol rol) =>
        Assert.Equal(RolSet.Of(rol), Read(IntakeRun.PatientEntry("", code)).Persons[0].Rollen);

    [Theory]
    [InlineData("TREAT", false)]
    [InlineData("REFER", true)]
    public void ReadTransaction_UntaggedPatient_IsClientForTreatmentOnly(string purpose, bool isEmpty)
    {
        var patient = """{"resourceType":"Patient","name":[{"family":"Jansen"}],"birthDate":"1980-02-03"}""";
        var person = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.Entry(patient, "Patient")), purpose).Message!.Persons[0];
        Assert.Equal(isEmpty, person.Rollen.IsEmpty);
    }

    [Theory]
    [InlineData("D18", 18)]
    [InlineData("D09", 9)]
    public void ReadTransaction_CategoryLabel_IsTheClass(string label, int category) =>
        Assert.Equal(CategorySet.Of(category), Read(IntakeRun.PatientEntry(), Observation(Url1, label)).Entries[1].Classes);

    [Fact]
    public void ReadTransaction_UnknownCategoryLabel_ReleasesNothing() =>
        Assert.Equal(CategorySet.All, Read(IntakeRun.PatientEntry(), Observation(Url1, "D99")).Entries[1].Classes);

    [Fact]
    public void ReadTransaction_Unlabelled_HasTheTypesClass() =>
        Assert.Equal(CategorySet.Of(14), Read(IntakeRun.PatientEntry(), IntakeRun.Entry($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"}}""", "Observation")).Entries[1].Classes);

    [Fact]
    public void ReadTransaction_TypeWithoutPlace_HasNoPlace() =>
        Assert.False(Read(IntakeRun.Entry("""{"resourceType":"Practitioner","active":true}""", "Practitioner")).Entries[0].HasPlace);

    [Fact]
    public void ReadTransaction_DecimalText_IsKept() =>
        Assert.Contains("1.50", Encoding.UTF8.GetString(Read(IntakeRun.PatientEntry(), IntakeRun.Entry(
            $$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"},"valueQuantity":{"value":1.50}}""", "Observation")).Entries[1].Json.Span), StringComparison.Ordinal);

    [Fact]
    public void ReadTransaction_ShelterAddressUnderAnyLabel_IsFound()
    {
        var message = Read(IntakeRun.PatientEntry(",\"address\":[{\"line\":[\"Beukenlaan 5\"],\"postalCode\":\"1234 ab\"}]"));
        Assert.Contains(message.Entries[0].Findings, static f => f.Expression == "Patient.address" && f.Category == CategorySet.Of(5));
    }

    [Fact]
    public void ReadTransaction_OtherAddress_IsNotFound() =>
        Assert.Empty(Read(IntakeRun.PatientEntry(",\"address\":[{\"line\":[\"Beukenlaan 7\"],\"postalCode\":\"1234 ab\"}]")).Entries[0].Findings);

    [Theory]
    [InlineData("verblijft nu aan de Lindestraat", true)]
    [InlineData("verblijft nu aan de …straat", true)]
    [InlineData("Zit tijdelijk in de opvang, Kerkweg 3", true)]
    [InlineData("zij verblijft op 1234 AB", true)]
    [InlineData("De verdachte is op straat aangehouden", false)]
    [InlineData("kinderen aanwezig, risico hoog", false)]
    public void ReadTransaction_FreeTextThatNamesAStay_IsFound(string text, bool isFound)
    {
        var message = Read(IntakeRun.PatientEntry(), IntakeRun.Entry(
            $$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"},"note":[{"text":"{{{text}}}"}]}""", "Observation"));
        Assert.Equal(isFound, message.Entries[1].Findings.Any(static f => f.Expression == "Observation.note.text"));
    }

    [Fact]
    public void ReadTransaction_OrganizationWithAddress_IsSafeLocation()
    {
        var message = Read(IntakeRun.Entry("""{"resourceType":"Organization","name":"Opvang","address":[{"city":"X"}]}""", "Organization"));
        Assert.True(message.Entries[0].Classes.Contains(CategorySet.Of(5)));
    }

    [Fact]
    public void ReadTransaction_OrganizationEqualToPublicEntry_IsNot()
    {
        var message = Read(IntakeRun.Entry("""{"resourceType":"Organization","name":"Vrouwenopvang Noord","telecom":[{"system":"phone","value":"088-0000007"}]}""", "Organization"));
        Assert.False(message.Entries[0].Classes.Contains(CategorySet.Of(5)));
    }

    [Fact]
    public void ReadTransaction_MagWetenInOwnRegister_IsAPermission()
    {
        var permission = Own(Consent("active")).Entries[1].Permission!;
        Assert.Equal(("ziekenhuis-noord", "STATUS", "G-CONSENT", StatusLevel.L2), (permission.Recipient.Value, permission.Purpose.Code, permission.Ground.Code, permission.Level));
    }

    [Fact]
    public void ReadTransaction_MagWetenWithdrawn_IsLevel0() => Assert.Equal(StatusLevel.L0, Own(Consent("inactive")).Entries[1].Permission!.Level);

    [Fact]
    public void ReadTransaction_MagWetenInAnothersRegister_IsNoPermission() => Assert.Null(Read(IntakeRun.PatientEntry(), Consent("active")).Entries[1].Permission);

    [Fact]
    public void ReadTransaction_MagWetenWithoutProfessional_IsRefused()
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(), Consent("active").Replace("\"performer\":[{\"display\":\"J. de Vries\"}],", "", StringComparison.Ordinal)), register: "ashg-noord");
        Assert.Contains(result.Issues, static i => i.Code == IntakeCodes.PermissionUnclear);
    }

    private static IntakeMessage Own(string consent)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(), consent), register: "ashg-noord");
        Assert.Empty(result.Issues);
        return result.Message!;
    }

    private static string Consent(string status) => IntakeRun.Entry(
        $$$"""
        {"resourceType":"Consent","status":"{{{status}}}","scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
        "category":[{"coding":[{"system":"{{{CodeSystems.Toestemmingsvorm}}}","code":"mag-weten"}]}],"patient":{"reference":"{{{Url1}}}"},"performer":[{"display":"J. de Vries"}],
        "policyRule":{"coding":[{"system":"{{{CodeSystems.Grondslag}}}","code":"G-CONSENT"}]},
        "provision":{"type":"permit","period":{"start":"2009-05-01","end":"2009-12-31"},
        "actor":[{"role":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"IRCP"}]},"reference":{"identifier":{"system":"{{{CodeSystems.Partner}}}","value":"ziekenhuis-noord"} } }],
        "purpose":[{"system":"{{{CodeSystems.Doel}}}","code":"STATUS"}],"code":[{"coding":[{"system":"{{{CodeSystems.Statusniveau}}}","code":"L2"}]}]}}
        """, "Consent");

    private static string Observation(string patient, string label) => IntakeRun.Entry(
        $$$"""{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"{{{CodeSystems.Categorie}}}","code":"{{{label}}}"}]}],"code":{"text":"x"},"subject":{"reference":"{{{patient}}}"}}""", "Observation");

    private static IntakeMessage Read(params string[] entries)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(entries));
        Assert.Empty(result.Issues);
        return result.Message!;
    }
}
