using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The readers of partners, officers and pins, on a file of a few lines: what they read, and each line that they refuse.</summary>
public sealed class PartnerReaderTests
{
    private const string Person = """
        id: ashg
        kind: ASHG
        name: ASHG Noord
        region: noord
        certificate-subject: "CN=ashg"
        from: 2009-01-01
        until: 2014-12-31
        suspended: true
        register: true
        succeeded-by: pol
        contact: { function: dienst, telephone: "050" }

        """;

    private const string Fg = "id: fg\nname: Fg\nrole: fg\norganisation: ashg\ncertificate-subject: \"CN=fg\"\n";

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Partner_InOrder_IsReadWhole()
    {
        var partner = ReadPartner(Person).Single(static p => p.Id.Value == "ashg");

        Assert.Empty(Codes);
        Assert.Equal(("ASHG", "ASHG Noord", "noord", "CN=ashg", "050", "dienst"), (partner.Kind.Code, partner.Name, partner.Region, partner.CertificateSubject, partner.Telephone, partner.ContactFunction));
        Assert.Equal((new DateOnly(2009, 1, 1), new DateOnly(2014, 12, 31), true, true, "pol"), (partner.From, partner.Until, partner.IsSuspended, partner.HasRegister, partner.SucceededBy?.Value));
        Assert.Equal((new string('a', 64), new string('b', 64)), (Assert.Single(partner.KeyPins), Assert.Single(partner.ShelterAddressHashes)));
    }

    [Theory]
    [InlineData("id: ashg", "id: ashgg", PolicyErrorCodes.NameMismatch)]
    [InlineData("id: ashg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("kind: ASHG", "kind: ASGH", PolicyErrorCodes.UnknownCode)]
    [InlineData("name: ASHG Noord\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("region: noord\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("certificate-subject: \"CN=ashg\"\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("function: dienst, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData(", telephone: \"050\"", "", PolicyErrorCodes.MissingKey)]
    [InlineData("telephone: \"050\"", "telephone: \"050\", fax: \"051\"", PolicyErrorCodes.UnknownKey)]
    [InlineData("contact: { function: dienst, telephone: \"050\" }\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("suspended: true", "suspend: true", PolicyErrorCodes.UnknownKey)]
    [InlineData("succeeded-by: pol", "succeeded-by: pool", PolicyErrorCodes.UnknownCode)]
    public void Partner_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        ReadPartner(ReaderFiles.Changed(Person, old, replacement));

        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData("role: fg", "role: gf", PolicyErrorCodes.UnknownCode)]
    [InlineData("organisation: ashg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("organisation: ashg", "organisation: amk", PolicyErrorCodes.UnknownCode)]
    [InlineData("name: Fg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("certificate-subject: \"CN=fg\"\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("name: Fg", "name: Fg\nnaam: Fg", PolicyErrorCodes.UnknownKey)]
    [InlineData("id: fg", "id: pf", PolicyErrorCodes.NameMismatch)]
    public void Officer_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        var officers = ReadOfficers(ReaderFiles.Changed(Fg, old, replacement));

        Assert.Equal(code, Assert.Single(Codes));
        Assert.Equal(code == PolicyErrorCodes.UnknownKey || old.StartsWith("organisation", StringComparison.Ordinal), officers.ContainsKey("fg"));
    }

    [Fact]
    public void Officer_OfTheOperator_NeedsNoOrganisation()
    {
        var officer = ReadOfficers(ReaderFiles.Changed(ReaderFiles.Changed(Fg, "organisation: ashg\n", ""), "role: fg", "role: beheer"))["fg"];

        Assert.Empty(Codes);
        Assert.Equal(("Fg", "CN=fg", "", CodeWords.Officer("beheer")), (officer.Name, officer.CertificateSubject, officer.Organisation.Value, officer.Role));
        Assert.Equal("ashg", ReadOfficers(Fg)["fg"].Organisation.Value);
    }

    [Theory]
    [InlineData("id: ashg\n", PolicyErrorCodes.MissingKey)]
    [InlineData("id: ashg\nspki: abc\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag\"]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [abc]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: []\npin: x\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("id: amk\nspki: []\n", PolicyErrorCodes.NameMismatch)]
    public void Pins_OneLineWrong_IsReported(string text, string code)
    {
        new PartnerFiles(ReaderFiles.Of(("pins/ashg.yaml", text)), TestRules.Words, _errors).Pins();

        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData("pins/-a.yaml", "id: -a\nspki: []\n")]
    [InlineData("pins/A.yaml", "id: A\nspki: []\n")]
    public void Pins_IdThatIsNoSlug_IsRefused(string path, string text)
    {
        Assert.Empty(new PartnerFiles(ReaderFiles.Of((path, text)), TestRules.Words, _errors).Pins());
        Assert.Equal(PolicyErrorCodes.WrongShape, Assert.Single(Codes));
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private ImmutableArray<Partner> ReadPartner(string text)
    {
        var other = text.Contains("succeeded-by", StringComparison.Ordinal) ? Person.Replace("id: ashg", "id: pol", StringComparison.Ordinal).Replace("succeeded-by: pol\n", "", StringComparison.Ordinal) : Person;
        var reader = new PartnerFiles(
            ReaderFiles.Of(("partners/ashg.yaml", text), ("partners/pol.yaml", other), ("pins/ashg.yaml", $"id: ashg\nspki: [\"{new string('a', 64)}\"]\nshelter-addresses: [\"{new string('b', 64)}\"]\n")), TestRules.Words, _errors);
        return reader.Partners(reader.Pins()).Values;
    }

    private FrozenDictionary<string, Officer> ReadOfficers(string text) =>
        new PartnerFiles(ReaderFiles.Of(("officers/fg.yaml", text)), TestRules.Words, _errors).Officers([PartnerId.Parse("ashg")], FrozenDictionary<string, KeyPins>.Empty);
}
