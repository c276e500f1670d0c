using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Wegwijzer;

/// <summary>An outcome counts as evidence only as it was signed, in time, for those it is bound to.</summary>
public sealed class OutcomeEvidenceTests : IDisposable
{
    private const string Actor = "https://fhir.nl/fhir/NamingSystem/uzi-nr-pers|900012345";
    private const string Conflict = "W1=nee W3=nee W5=zestien-of-ouder W4=geweigerd W7-1=ja W7-2=ja W7-3=ja W7-4=ja W7-5=ja W7-6=ja W10k=niet";
    private const string Stop = "W1=nee W3=nee W5=zestien-of-ouder W4=niet-gevraagd W4a=nee";
    private const string Consent = "W1=nee W3=nee W5=zestien-of-ouder W4=gegeven W9c=ja W10c=verteld";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonHandle Anna = new(new string('a', 64));
    private static readonly PersonHandle Bram = new(new string('b', 64));

    private readonly OutcomeStatements _statements = new(new TokenGrantOptions { PublicBase = "https://localhost:8443" });

    private static OutcomeBinding Binding { get; } =
        new(PartnerId.Parse("ziekenhuis-noord"), Actor, PartnerId.Parse("ashg-noord"), new Purpose("REPORT-DV"), [Anna]);

    public void Dispose() => _statements.Dispose();

    [Fact]
    public void Outcome_ThatFits_ProvesWeighingAndReasonAndNeverConsent()
    {
        var shown = Show(Signed(Conflict));

        Assert.Null(shown.Refusal);
        Assert.Equal(Evidence.Weighing | Evidence.Reason, shown.Evidence);
        Assert.Equal("OUT-CONFLICT", shown.Statement!.Outcome);
        Assert.Equal("", shown.Deviation);
        Assert.Equal(PartnerId.Parse("ziekenhuis-noord"), shown.Use(Binding.Partner)!.Caller);
    }

    [Fact]
    public void Outcome_OfConsent_DoesNotStandForTheConsent()
    {
        var shown = Show(Signed(Consent), ground: "G-CONSENT");

        Assert.Null(shown.Refusal);
        Assert.False(shown.Evidence.HasFlag(Evidence.Consent));
    }

    [Fact]
    public void Outcome_OfOneAmongItsPersons_Counts()
    {
        var signed = Signed(Conflict, Binding with { Persons = [Anna, Bram] });

        Assert.Null(Show(signed).Refusal);
        Assert.Null(Show(signed, Binding with { Persons = [Bram, Anna] }).Refusal);
    }

    [Theory]
    [InlineData("partner", "CG-CONNECT-055")]
    [InlineData("actor", "CG-CONNECT-056")]
    [InlineData("recipient", "CG-CONNECT-057")]
    [InlineData("purpose", "CG-CONNECT-058")]
    [InlineData("person", "CG-CONNECT-059")]
    [InlineData("more persons", "CG-CONNECT-059")]
    [InlineData("nobody", "CG-CONNECT-059")]
    public void Outcome_ForSomethingElse_IsRefused(string what, string code)
    {
        var asked = what switch
        {
            "partner" => Binding with { Partner = PartnerId.Parse("huisarts-noord") },
            "actor" => Binding with { Actor = "https://fhir.nl/fhir/NamingSystem/uzi-nr-pers|900012346" },
            "recipient" => Binding with { Recipient = PartnerId.Parse("amk-noord") },
            "purpose" => Binding with { Purpose = new Purpose("REFER") },
            "person" => Binding with { Persons = [Bram] },
            "more persons" => Binding with { Persons = [Anna, Bram] },
            _ => Binding with { Persons = [] },
        };

        Assert.Equal(code, Show(Signed(Conflict), asked).Refusal?.Code);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(899, null)]
    [InlineData(900, "CG-CONNECT-053")]
    [InlineData(901, "CG-CONNECT-053")]
    public void Outcome_AtFifteenMinutes_HasExpired(int seconds, string? code) =>
        Assert.Equal(code, Show(Signed(Conflict), now: Now.AddSeconds(seconds)).Refusal?.Code);

    [Fact]
    public void Outcome_OfOtherQuestions_IsRefused() =>
        Assert.Equal("CG-CONNECT-054", WegwijzerEvidence.Check(Details(Signed(Conflict)), _statements, Binding, new Ground("G-CONFLICT"), "other", Now).Refusal?.Code);

    [Fact]
    public void Outcome_ThatDoesNotFit_NeedsAReasonAndProvesNothing()
    {
        var refused = Show(Signed(Stop));
        Assert.Equal("CG-CONNECT-060", refused.Refusal?.Code);
        Assert.Contains("evidence.deviation", refused.Refusal!.Value.Text, StringComparison.Ordinal);

        var deviated = Show(Signed(Stop), deviation: "Het kind is vannacht mishandeld.");
        Assert.Null(deviated.Refusal);
        Assert.Equal(Evidence.None, deviated.Evidence);
        Assert.Contains(deviated.Values(), static v => v is { Field: "wegwijzer-deviation", Value: "Het kind is vannacht mishandeld." });
        Assert.Contains(deviated.Values(), static v => v is { Field: "wegwijzer-outcome", Value: "OUT-STOP" });
    }

    [Theory]
    [InlineData("G-CONSENT")]
    [InlineData("G-MELD-DV")]
    [InlineData("G-DIRECT")]
    public void Outcome_ForAnotherGround_DoesNotFit(string ground) => Assert.Equal("CG-CONNECT-060", Show(Signed(Conflict), ground: ground).Refusal?.Code);

    [Fact]
    public void Deviation_TooLongOrWithoutOutcome_IsRefused()
    {
        Assert.Equal("CG-CONNECT-051", Show(Signed(Stop), deviation: new string('a', 2_001)).Refusal?.Code);
        Assert.Null(Show(Signed(Stop), deviation: new string('a', 2_000)).Refusal);
        Assert.Equal("CG-CONNECT-050", WegwijzerEvidence.Check(new EvidenceDetails { Deviation = "zomaar" }, _statements, Binding, new Ground("G-CONFLICT"), RepositoryPolicy.Guide.Digest, Now).Refusal?.Code);
        Assert.Same(ShownOutcome.None, WegwijzerEvidence.Check(new EvidenceDetails(), _statements, Binding, new Ground("G-CONFLICT"), RepositoryPolicy.Guide.Digest, Now));
    }

    [Fact]
    public void Outcome_OfAnotherGatewaysKey_IsRefused()
    {
        using var other = new OutcomeStatements(new TokenGrantOptions { PublicBase = "https://localhost:8443" });
        Assert.Equal("CG-CONNECT-052", Show(Signed(Conflict, by: other)).Refusal?.Code);
    }

    [Fact]
    public void Outcome_Forged_IsRefused()
    {
        var parts = Signed(Conflict).Split('.');
        var header = Header(parts[0]);
        var none = Header(parts[0]);
        none["alg"] = "none";
        var type = Header(parts[0]);
        type["typ"] = "at+jwt";
        var hmac = Header(parts[0]);
        hmac["alg"] = "HS256";
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        payload["outcome"] = "OUT-DUTY";
        using var thief = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] forged =
        [
            $"{Encoded(none)}.{parts[1]}.",
            $"{Encoded(none)}.{parts[1]}.{parts[2]}",
            $"{Encoded(hmac)}.{parts[1]}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(header.ToJsonString()), Encoding.ASCII.GetBytes($"{Encoded(hmac)}.{parts[1]}")))}",
            $"{Encoded(type)}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{Encoded(payload)}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(thief.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256))}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}.{parts[1]}.{parts[2]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}",
            "",
            new string('a', 10_000),
        ];

        Assert.All(forged, text => Assert.Equal("CG-CONNECT-052", Show(text).Refusal?.Code));
        Assert.Null(Show(string.Join('.', parts)).Refusal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("12")]
    [InlineData("[\"a\"]")]
    public void Outcome_NotText_IsRefused(string json)
    {
        using var document = JsonDocument.Parse(json);
        var shown = WegwijzerEvidence.Check(new EvidenceDetails { Wegwijzer = document.RootElement }, _statements, Binding, new Ground("G-CONFLICT"), RepositoryPolicy.Guide.Digest, Now);
        Assert.Equal("CG-CONNECT-052", shown.Refusal?.Code);
    }

    [Fact]
    public void Statement_Signed_HoldsHandlesAndNoText()
    {
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Signed(Conflict).Split('.')[1]));
        Assert.Contains(Anna.Hex, payload, StringComparison.Ordinal);
        Assert.DoesNotContain("reden", payload, StringComparison.Ordinal);
    }

    private static JsonObject Header(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static EvidenceDetails Details(string text, string? deviation = null) =>
        new() { Wegwijzer = JsonSerializer.SerializeToElement(text), Deviation = deviation };

    private ShownOutcome Show(string text, OutcomeBinding? asked = null, string ground = "G-CONFLICT", DateTimeOffset? now = null, string? deviation = null) =>
        WegwijzerEvidence.Check(Details(text, deviation), _statements, asked ?? Binding, new Ground(ground), RepositoryPolicy.Guide.Digest, now ?? Now);

    private string Signed(string answers, OutcomeBinding? binding = null, OutcomeStatements? by = null)
    {
        var guide = RepositoryPolicy.Guide;
        var run = WegwijzerRun.Start(guide, guide.Plans["medisch"], new WegwijzerCase(new PartyKind("ASHG"), new Purpose("REPORT-DV"), new DateOnly(2009, 6, 1)));
        foreach (var one in answers.Split(' ').Select(static a => a.Split('=')))
        {
            run = run.Answer(new WegwijzerReply(one[0], one[1], run.Current!.Find(one[1])!.NeedsText ? "reden" : "")).Run;
        }

        return (by ?? _statements).Issue(run, guide.Digest, binding ?? Binding, Guid.CreateVersion7(Now), Now).Text;
    }
}
