using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

/// <summary>What is found without a label, and in which item.</summary>
public class SafeContactTests
{
    [Fact]
    public void ReadTransaction_SecondAddressIsAShelters_NamesThatItem()
    {
        var findings = Patient(",\"address\":[{\"line\":[\"Beukenlaan 7\"],\"postalCode\":\"1234 ab\"},{\"line\":[\"Beukenlaan 5\"],\"postalCode\":\"1234 ab\"}]").Findings;
        var finding = Assert.Single(findings);
        Assert.Equal(("Patient.address", 1, FindingKind.ShelterAddress, "address"), (finding.Expression, finding.Item, finding.Kind, finding.Element));
    }

    [Fact]
    public void ReadTransaction_FreeTextInAnAddress_NamesTheItem()
    {
        var finding = Assert.Single(Patient(",\"address\":[{\"text\":\"verblijft nu aan de Lindestraat\"}]").Findings);
        Assert.Equal(("Patient.address.text", 0, FindingKind.FreeText), (finding.Expression, finding.Item, finding.Kind));
    }

    [Theory]
    [InlineData("050-5551234", "slachtoffer", "temp", true)]
    [InlineData("+31 (0)50 555 12 34", "kind", "temp", true)]
    [InlineData("0031505551234", "slachtoffer", "temp", true)]
    [InlineData("06-12345678", "slachtoffer", "temp", false)]
    [InlineData("+31612345678", "slachtoffer", "temp", false)]
    [InlineData("088-0000001", "slachtoffer", "temp", false)]
    [InlineData("050-5551234", "slachtoffer", "home", false)]
    [InlineData("050-5551234", "pleger", "temp", false)]
    public void ReadTransaction_SafeNumberWithAnAreaCode_IsFoundOfWhoIsInDanger(string number, string rol, string use, bool isFound)
    {
        var findings = Patient($",\"telecom\":[{{\"system\":\"phone\",\"value\":\"{number}\",\"use\":\"{use}\"}}]", rol).Findings;
        Assert.Equal(isFound, findings.Any(static f => f is { Expression: "Patient.telecom", Kind: FindingKind.Landline, Item: 0 } && f.Category == CategorySet.Of(5)));
    }

    [Theory]
    [InlineData("Basisschool De Verzonnen Wilg", true)]
    [InlineData("Vrouwenopvang Noord", false)]
    public void ReadTransaction_OrganizationByName_IsAPlaceUnlessAPartners(string name, bool isPlace)
    {
        var message = Read(IntakeRun.Entry($$"""{"resourceType":"Organization","name":"{{name}}"}""", "Organization"));
        Assert.Equal(isPlace, message.Entries[0].Classes.Contains(CategorySet.Of(5)));
    }

    private static IntakeEntry Patient(string extra, string rol = "slachtoffer") => Read(IntakeRun.PatientEntry(extra, rol)).Entries[0];

    private static IntakeMessage Read(params string[] entries)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(entries));
        Assert.Empty(result.Issues);
        return result.Message!;
    }
}
