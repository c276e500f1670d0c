using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>The token request of an integrator, as it goes over the line.</summary>
public sealed class TokenAskTests
{
    private static readonly TokenActor Actor = new("urn:s", "1", "T. Arts", "arts");

    [Fact]
    public void ToJson_Consent_NamesReceiverPurposeAndPerson()
    {
        var ask = new TokenAsk
        {
            To = "ashg-noord",
            Actor = Actor,
            Purpose = "STATUS",
            Ground = "G-CONSENT",
            About = [new TokenPerson("Meetlat", "Joke", new DateOnly(1969, 2, 20), "female")],
            Consents = [new TokenConsent(0, "zelf", ["D01"], new DateOnly(2009, 6, 1), new DateOnly(2009, 7, 1))],
        };

        Assert.Equal(
            """[{"type":"convenant_exchange","locations":["https://localhost:8443/ashg-noord/fhir"],"purpose":"STATUS","ground":"G-CONSENT","about":[{"family":"Meetlat","given":"Joke","birthDate":"1969-02-20","gender":"female"}],"actor":{"system":"urn:s","id":"1","name":"T. Arts","role":"arts"},"evidence":{"consent":[{"about":0,"giver":"zelf","capacity":"self","spokenAlone":true,"recipients":["ashg-noord"],"categories":["D01"],"purpose":"STATUS","given":"2009-06-01","until":"2009-07-01","form":"written"}]}}]""",
            ask.ToJson("https://localhost:8443"));
    }

    [Fact]
    public void ToJson_OwnRegister_SaysNeitherPurposeNorGround() => Assert.Equal(
        """[{"type":"convenant_exchange","locations":["https://h/a/fhir"],"actor":{"system":"urn:s","id":"1","name":"T. Arts","role":"arts"}}]""",
        new TokenAsk { To = "a", Actor = Actor }.ToJson("https://h"));
}
