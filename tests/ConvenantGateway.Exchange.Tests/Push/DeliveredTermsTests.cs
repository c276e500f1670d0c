using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange.Tests.Push;

/// <summary>Found by a reviewer: the receiver could confirm a number that was cut by searching for it.</summary>
public sealed class DeliveredTermsTests
{
    [Theory]
    [InlineData("", "identifier family-birthdate patient")]
    [InlineData("Patient.identifier", "family-birthdate patient")]
    [InlineData("Patient.identifier.value", "family-birthdate patient")]
    [InlineData("Patient.name", "identifier patient")]
    [InlineData("Patient.name.family", "identifier patient")]
    [InlineData("Patient.birthDate", "identifier patient")]
    [InlineData("Patient.name.extension", "identifier family-birthdate patient")]
    [InlineData("Patient.contact.name", "identifier family-birthdate patient")]
    public void Of_WhatWasCut_IsNoTerm(string withheld, string terms) => Assert.Equal(terms, Terms(withheld, []));

    [Fact]
    public void Of_WhoIsOnlyMentioned_IsNoTerm() => Assert.Equal("identifier family-birthdate", Terms("", ["Patient/1"]));

    private static string Terms(string withheld, HashSet<string> mentioned)
    {
        var entry = new IntakeEntry
        {
            Index = 0,
            Type = "Patient",
            Id = "1",
            HasPlace = true,
            Json = default,
            Classes = default,
            Persons = [],
            EarlierPersons = [],
            References = [],
            Findings = [],
            Terms = [new SearchTerm("identifier", "s|1"), new SearchTerm("family-birthdate", "B|2001-01-01"), new SearchTerm("patient", "Patient/1"), new SearchTerm("unknown", "x")],
        };
        return string.Join(' ', DeliveredTerms.Of(new CutEntry(entry, [], null, withheld.Length == 0 ? [] : [new WithheldElement(withheld, default, 1)]), mentioned).Select(static t => t.Name));
    }
}
