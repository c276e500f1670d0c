using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

/// <summary>Whom a resource is about: references to their end, contained Patients, the sender's earlier pushes, and the own account.</summary>
public class BetrokkeneTests
{
    private const string Url1 = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private const string Url2 = "urn:uuid:00000000-0000-4000-8000-000000000002";
    private const string Url3 = "urn:uuid:00000000-0000-4000-8000-000000000003";
    private const string Url4 = "urn:uuid:00000000-0000-4000-8000-000000000004";

    [Fact]
    public void ReadTransaction_PersonTwoReferencesAway_IsFound()
    {
        var message = Read(
            IntakeRun.PatientEntry(),
            IntakeRun.Entry($$$"""{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"{{{Url1}}}"}}""", "ServiceRequest", Url2),
            Task(Url2, Url3), Task(Url3, Url4));
        Assert.All(message.Entries, static e => Assert.Equal([0], e.Persons));
    }

    [Fact]
    public void ReadTransaction_ReferencesInACircle_EndAndFindThePerson()
    {
        var message = Read(IntakeRun.PatientEntry(), Task(Url3, Url2), Task(Url4, Url3), IntakeRun.Entry(
            $$$"""{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"{{{Url2}}}"},"for":{"reference":"{{{Url1}}}"}}""", "Task", Url4));
        Assert.All(message.Entries, static e => Assert.Equal([0], e.Persons));
    }

    [Fact]
    public void ReadTransaction_CircleOfNobody_IsZaak() =>
        Assert.All(Read(Task(Url3, Url2), Task(Url2, Url3)).Entries, static e => Assert.Empty(e.Persons));

    [Fact]
    public void ReadTransaction_HubThatNamesItsPersons_IsNotAboutTheirAnnexes()
    {
        var message = Read(
            IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2),
            IntakeRun.Entry($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url2}}}"}}""", "Observation", Url3),
            IntakeRun.Entry($$$"""{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"{{{Url1}}}"},"supportingInfo":[{"reference":"{{{Url3}}}"}]}""", "ServiceRequest", Url4));
        Assert.Equal([0], message.Entries[3].Persons);
    }

    [Fact]
    public void ReadTransaction_AnnexesOfTwoPersons_MakeWhatNamesNobodyAboutBoth()
    {
        var message = Read(
            IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2),
            IntakeRun.Entry($$$"""{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"{{{Url1}}}"},"basedOn":[{"reference":"{{{Url4}}}"}]}""", "Task", Url3),
            IntakeRun.Entry($$$"""{"resourceType":"Task","status":"requested","intent":"order","basedOn":[{"reference":"{{{Url3}}}"}],"partOf":[{"reference":"{{{Url4}}}5"}]}""", "Task", Url4),
            IntakeRun.Entry($$$"""{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"{{{Url2}}}"}}""", "Task", Url4 + "5"));
        Assert.Equal([0, 1], message.Entries[3].Persons);
    }

    [Fact]
    public void ReadTransaction_EarlierPushOfAnyType_BringsItsPersons()
    {
        var message = Read(Task("ServiceRequest/eerder", Url3), Task(Url3, Url4));
        Assert.All(message.Entries, static e => Assert.Equal(["ServiceRequest/eerder"], e.EarlierPersons));
        Assert.All(message.Entries, static e => Assert.DoesNotContain(e.Terms, static t => t.Name == "patient"));
    }

    [Fact]
    public void ReadTransaction_ContainedPatient_IsAPersonAndNotNobody()
    {
        var message = Read(IntakeRun.Entry(
            $$$"""{"resourceType":"Observation","contained":[{"resourceType":"Patient","id":"p","name":[{"family":"Jansen"}],"birthDate":"1980-02-03"}],"status":"final","code":{"text":"x"},"subject":{"reference":"#p"}}""", "Observation"));
        Assert.Equal([0], message.Entries[0].Persons);
        Assert.True(message.Persons[0].Rollen.IsEmpty);
        Assert.Equal("id-1#p", message.Persons[0].Id);
    }

    [Fact]
    public void ReadTransaction_ContainedRelatedPerson_BringsItsPatient()
    {
        var message = Read(
            IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "kind", Url2),
            IntakeRun.Entry(
                $$$"""{"resourceType":"Observation","contained":[{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"{{{Url2}}}"}}],"status":"final","code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"},"focus":[{"reference":"#r"}]}""",
                "Observation"));
        Assert.Equal([0, 1], message.Entries[2].Persons);
    }

    [Fact]
    public void ReadTransaction_RelatedPersonAsFocus_IsARelationOnly()
    {
        var message = Read(
            IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2),
            IntakeRun.Entry($$$"""{"resourceType":"RelatedPerson","patient":{"reference":"{{{Url2}}}"}}""", "RelatedPerson", Url3),
            Account("D08", Url3));
        Assert.Equal([0], message.Entries[3].Persons);
    }

    [Theory]
    [InlineData("D08", true)]
    [InlineData("D09", false)]
    [InlineData("D14", false)]
    public void ReadTransaction_OwnAccount_IsClassD08AndNothingElse(string label, bool isAccount)
    {
        var entry = Read(IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2), Account(label, Url2)).Entries[2];
        Assert.Equal(isAccount ? "Patient/id-1" : null, entry.OwnAccountOf);
        Assert.Equal([0, 1], entry.Persons);
    }

    [Fact]
    public void ReadTransaction_OwnAccountWithASecondLabel_IsNone()
    {
        var entry = Read(IntakeRun.PatientEntry(), IntakeRun.PatientEntry("", "pleger", Url2), Account("D08", Url2)
            .Replace("\"status\"", $"\"meta\":{{\"security\":[{{\"system\":\"{CodeSystems.Categorie}\",\"code\":\"D10\"}}]}},\"status\"", StringComparison.Ordinal)).Entries[2];
        Assert.Equal(CategorySet.Of(8) | CategorySet.Of(10), entry.Classes);
        Assert.Null(entry.OwnAccountOf);
    }

    private static string Account(string label, string focus) => IntakeRun.Entry(
        $$$"""{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"{{{CodeSystems.Categorie}}}","code":"{{{label}}}"}]}],"code":{"text":"x"},"subject":{"reference":"{{{Url1}}}"},"focus":[{"reference":"{{{focus}}}"}]}""",
        "Observation");

    private static string Task(string focus, string url) =>
        IntakeRun.Entry($$$"""{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"{{{focus}}}"}}""", "Task", url);

    private static IntakeMessage Read(params string[] entries)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(entries));
        Assert.Empty(result.Issues);
        return result.Message!;
    }
}
