using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>What an officer reads of the evidence, and whose names stay behind.</summary>
public sealed class DossierTests
{
    [Fact]
    public void Evidence_OfEveryKind_IsReadWithItsLabel()
    {
        const string Sent = """
            [{"evidence":{"requestReason":"ernstig letsel","decree":"HV-1","protocol":{"id":"P-1","noObjection":true},"functionaryConsulted":{"name":"F. Functionaris","date":"2009-07-01","text":"spoed"},
            "secondPerson":{"name":"T. Tweede","role":"officier","id":"2","system":"s"},"sourceDecision":{"name":"B. Bron","date":"2009-07-01"},"necessityLines":{"D15":"nodig voor de opvang"},
            "meldcode":{"skippedBecause":"acuut gevaar"},"article8Compared":false,"deviation":"anders besloten"}}]
            """;

        var read = DossierText.Read(Sent).Select(static v => (v.Field, v.Value)).ToList();

        Assert.Equal(
            [
                ("Afgeweken van de Wegwijzer, omdat", "anders besloten"), ("Waarom dit wordt gevraagd", "ernstig letsel"), ("Besluit over het huisverbod", "HV-1"),
                ("Politiegegevens komen uit een vergelijking", "nee"), ("Onderzoeksprotocol", "P-1"), ("Patiënt maakte geen bezwaar", "ja"),
                ("Bevoegde functionaris geraadpleegd", "F. Functionaris"), ("Functionaris geraadpleegd op", "2009-07-01"), ("Waarom het dringend is", "spoed"),
                ("Tweede medewerker die instemde", "T. Tweede"), ("Functie van de tweede medewerker", "officier"), ("Nieuw besluit van de bron, door", "B. Bron"),
                ("Nieuw besluit van de bron, op", "2009-07-01"), ("Noodzaak van gevoelige gegevens", "D15: nodig voor de opvang"), ("Meldcode overgeslagen, omdat", "acuut gevaar"),
            ],
            read);
    }

    [Fact]
    public void Consents_OfSeveralPersons_StandApartWithoutNames()
    {
        const string Sent = """
            [{"about":[{"family":"Voorbeeld"},{"family":"Kind"}],"evidence":{"consent":[{"about":0,"giver":"Anna Voorbeeld","capacity":"self","recipients":["ashg-noord"]},
            {"about":1,"giver":"Anna Voorbeeld","capacity":"legal-representative","form":"oral","suspectPresent":false}]}}]
            """;

        var read = DossierText.Read(Sent).Select(static v => (v.Field, v.Value)).ToList();

        Assert.Equal(
            [
                ("Toestemming van betrokkene nr.", "1"), ("Toestemming gegeven als", "betrokkene zelf"), ("Toestemming voor", "ashg-noord"),
                ("Toestemming van betrokkene nr.", "2"), ("Toestemming gegeven als", "wettelijk vertegenwoordiger"), ("Vermoedelijke pleger was erbij", "nee"), ("Vorm van de toestemming", "mondeling"),
            ],
            read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("geen json")]
    [InlineData("""[{"evidence":{"consent":3,"meldcode":"x","secondPerson":null}}]""")]
    public void Text_OfAnotherShape_IsReadAsNothing(string sent) => Assert.Empty(DossierText.Read(sent));
}
