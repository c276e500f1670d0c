using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Tokens;

/// <summary>Token requests that are built to break something: each is a refusal with a code, never an exception, and none shows evidence that was not given.</summary>
public sealed class HostileTokenTests : IDisposable
{
    private const string Base = "https://localhost:8443";
    private const string Actor = """{"system":"https://politie.nl/dienstnummer","id":"1","name":"A. Agent","role":"agent"}""";
    private const string Weighed = """{"necessity":"a","proportionality":"b","subsidiarity":"c"}""";

    private readonly OutcomeStatements _outcomes = new(new TokenGrantOptions { PublicBase = Base });

    public void Dispose() => _outcomes.Dispose();

    [Theory]
    [InlineData("/fhir", "CG-CONNECT-010")]
    [InlineData("//fhir", "CG-CONNECT-010")]
    [InlineData("/../fhir", "CG-CONNECT-010")]
    [InlineData("/ashg-noord/fhir/", "CG-CONNECT-010")]
    [InlineData("/ASHG-NOORD/fhir", "CG-CONNECT-010")]
    [InlineData("", "CG-CONNECT-010")]
    public async Task Evaluate_LocationThatIsNoPartner_IsRefused(string location, string code) =>
        Assert.Equal(code, (await RefusalAsync(Details(location: Base + location)))?.Code);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("""[{"type":"convenant_exchange","type":"convenant_exchange"}]""")]
    [InlineData("""[{"type":"convenant_exchange","scope":"x"}]""")]
    [InlineData("""[{"type":"convenant_exchange","evidence":{"wegwijzer":"\ud800"}}]""")]
    [InlineData("""[{"type":"convenant_exchange","evidence":{"consent":{"giver":"\udfff"}}}]""")]
    [InlineData("""[{"type":"convenant_exchange","emergency":"true"}]""")]
    [InlineData("""[{"type":"convenant_exchange"},{"type":"convenant_exchange"}]""")]
    public async Task Evaluate_DetailsOfAnotherShape_AreRefused(string details) => Assert.Equal("CG-CONNECT-014", (await RefusalAsync(details))?.Code);

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"family":"Jansen"}]""")]
    [InlineData("""[{"family":"Jansen","birthDate":"1980"}]""")]
    [InlineData("""[{"family":"Jansen","birthDate":"2009-02-30"}]""")]
    public async Task Evaluate_PersonWithoutANameOrADay_IsRefused(string about) => Assert.Equal("CG-CONNECT-011", (await RefusalAsync(Details(about: about)))?.Code);

    [Fact]
    public async Task Evaluate_MorePersonsThanATokenHolds_IsRefused()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"family":"Jansen","birthDate":"1980-01-01"}""", 51));
        Assert.Contains("50", (await RefusalAsync(Details(about: $"[{many}]")))?.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("role")]
    public async Task Evaluate_ActorOfAKilobyte_IsRefused(string member)
    {
        var actor = Actor.Replace($"\"{member}\":\"", $"\"{member}\":\"{new string('x', 1_000)}", StringComparison.Ordinal);
        Assert.Contains("`actor`", (await RefusalAsync(Details(actor: actor)))?.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_OversizedAuthority_IsRefused()
    {
        var evidence = """{"authorityAgreement":{"authority":"x","date":"2009-05-01","purposeLetter":"c"}}""".Replace("\"x\"", $"\"{new string('x', 2_001)}\"", StringComparison.Ordinal);
        Assert.Contains("2.000", (await RefusalAsync(Details(evidence: evidence)))?.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Article20DecisionWithoutAnAgreementOfItsOwn_DoesNotCarryAnIncidentalProvision()
    {
        // The covenant holds a decision of the police for the ASHG and REFER: its agreement is for Wpg 20, not for Wpg 19.
        Assert.False(Shown("G-WPG19").HasFlag(Policy.Evidence.AuthorityAgreement));
        Assert.True(Shown("G-WPG20").HasFlag(Policy.Evidence.AuthorityAgreement | Policy.Evidence.Article20Decision));
        Assert.True(Shown("G-WPG19", new AgreementDetails { Authority = "officier van justitie", Date = "2009-06-01", PurposeLetter = "c" }).HasFlag(Policy.Evidence.AuthorityAgreement));
    }

    private static Policy.Evidence Shown(string ground, AgreementDetails? agreement = null) => EvidenceReader.Read(
        new AuthorizationDetails { Evidence = new EvidenceDetails { AuthorityAgreement = agreement } }, Wegwijzer.RepositoryPolicy.Snapshot, PartnerId.Parse("politie-noord"), PartnerId.Parse("ashg-noord"),
        new Purpose("REFER"), new Ground(ground), new DateOnly(2009, 6, 1));

    private static string Details(string location = Base + "/ashg-noord/fhir", string about = "[]", string actor = Actor, string evidence = "{}") =>
        $$"""[{"type":"convenant_exchange","locations":["{{location}}"],"purpose":"REFER","ground":"G-WPG20","about":{{about}},"actor":{{actor}},"evidence":{{evidence}},"weighing":{{Weighed}}}]""";

    private async Task<TokenRefusal?> RefusalAsync(string details)
    {
        // No refusal here may look anything up: there is no store to look in.
        var grants = new TokenGrants(new OnePolicy(), new OneHandle(), null!, null!, new TokenGrantOptions { PublicBase = Base }, _outcomes, TimeProvider.System);
        return (await grants.EvaluateAsync(new TokenRequest(PartnerId.Parse("politie-noord"), details, null, Guid.CreateVersion7(), ""), CancellationToken.None)).Refusal;
    }
}
