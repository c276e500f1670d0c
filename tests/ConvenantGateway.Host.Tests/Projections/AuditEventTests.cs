using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;

namespace ConvenantGateway.Host.Tests.Projections;

/// <summary>The own log as AuditEvents over a real node: valid R4, own view only, and the same answer for what is another's and what is nobody's.</summary>
[Collection(GatewayCollection.Name)]
public sealed class AuditEventTests(GatewayFixture gateway)
{
    private const string Partner = "https://convenantgateway.nl/fhir/NamingSystem/partner|";

    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    [Fact]
    public async Task Search_AfterPushTokenAndQuestion_IsValidR4OnBothSides()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var pushed = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Auditgast", "1971-01-01").ToJsonString());
        using var asked = await AskAsync(hospital, "Auditvraag", "1971-01-02");

        var sent = await EventsAsync(hospital, ("agent:identifier", Partner + "huisarts-noord"));
        var received = await EventsAsync(doctor, ("agent:identifier", Partner + "ziekenhuis-noord"));
        var all = await EventsAsync(hospital);

        Assert.Contains(sent, static e => e.Contains("PrivacyDisclosure.Source", StringComparison.Ordinal));
        Assert.Contains(received, static e => e.Contains("PrivacyDisclosure.Recipient", StringComparison.Ordinal));
        Assert.Contains(all, static e => e.Contains("AuthZconsent", StringComparison.Ordinal));
        Assert.Contains(all, static e => e.Contains("PatientQuery", StringComparison.Ordinal));
        foreach (var text in (string[])[.. sent, .. received, .. all])
        {
            Assert.Empty(Issues(text));
            Assert.DoesNotContain("Auditgast", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("900151221", text, StringComparison.Ordinal);
        }

        Assert.All(received, static e => Assert.DoesNotContain("900012345", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_QuestionThatFoundNothing_IsNotInTheHoldersEvents()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var ashg = new Caller(gateway, "ashg-noord");
        using var asked = await AskAsync(hospital, "Auditniemand", "1971-01-03");
        var transaction = asked.Headers.GetValues("Fsc-Transaction-Id").Single();

        Assert.Contains(await EventsAsync(hospital), e => e.Contains(transaction, StringComparison.Ordinal));
        Assert.DoesNotContain(await EventsAsync(ashg), e => e.Contains(transaction, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_OfAnotherOrganisation_AnswersAsUnknown()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var pushed = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Auditander", "1971-01-04").ToJsonString());
        var id = JsonNode.Parse((await EventsAsync(hospital))[0])!["id"]!.GetValue<string>();
        var answers = new List<(int, string, string)>();
        foreach (var asked in (string[])[id, new string('0', 32), "onbekend"])
        {
            using var answer = await doctor.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/AuditEvent/{asked}", await doctor.OwnTokenAsync());
            var names = string.Join(',', answer.Headers.Concat(answer.Content.Headers).Select(static h => h.Key).Order(StringComparer.Ordinal));
            answers.Add(((int)answer.StatusCode, names, await answer.Content.ReadAsStringAsync()));
        }

        using var own = await hospital.SendAsync(HttpMethod.Get, $"/ziekenhuis-noord/fhir/AuditEvent/{id}", await hospital.OwnTokenAsync());

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Equal((404, 200), (answers[0].Item1, (int)own.StatusCode));
    }

    [Fact]
    public async Task Search_AtAnotherOrganisation_IsRefusedAsEveryTypeIs()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));

        using var read = await hospital.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/AuditEvent/{new string('0', 32)}", token);
        using var search = await hospital.SearchAsync("huisarts-noord", token, "AuditEvent");
        using var dated = await hospital.SearchAsync("huisarts-noord", token, "AuditEvent", ("date", "ge2026-01-01"));
        using var withOwn = await hospital.SearchAsync("huisarts-noord", await hospital.OwnTokenAsync(), "AuditEvent");

        Assert.Equal((403, 403, 400, 403), ((int)read.StatusCode, (int)search.StatusCode, (int)dated.StatusCode, (int)withOwn.StatusCode));
    }

    [Theory]
    [InlineData("patient", "Patient/1")]
    [InlineData("date", "2026-01-01")]
    [InlineData("outcome", "5")]
    [InlineData("_sort", "date")]
    public async Task Search_ParameterThatIsNotListed_Is400(string name, string value)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");

        using var answer = await hospital.SearchAsync("ziekenhuis-noord", await hospital.OwnTokenAsync(), "AuditEvent", (name, value));

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Search_WithoutToken_Is401()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");

        using var answer = await hospital.SendAsync(HttpMethod.Post, "/ziekenhuis-noord/fhir/AuditEvent/_search", null);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Search_Itself_IsAnEventOfTheNextSearch()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var first = await hospital.SearchAsync("ziekenhuis-noord", await hospital.OwnTokenAsync(), "AuditEvent", ("_count", "5"));
        var transaction = first.Headers.GetValues("Fsc-Transaction-Id").Single();

        var found = Assert.Single(await EventsAsync(hospital), e => e.Contains($"urn:uuid:{transaction}", StringComparison.Ordinal));

        Assert.Contains("AuditEvent/_search?_count", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_OfTheOwnAddress_ListsWhatTheLogIsSearchedBy()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");

        using var answer = await hospital.SendAsync(HttpMethod.Get, "/ziekenhuis-noord/fhir/metadata", null);

        var types = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["rest"]![0]!["resource"]!.AsArray();
        var log = types.Single(static t => t!["type"]!.GetValue<string>() == "AuditEvent")!;
        Assert.Equal(["date", "agent", "outcome", "action"], log["searchParam"]!.AsArray().Select(static p => p!["name"]!.GetValue<string>()));
        Assert.Single(types, static t => t!["searchParam"] is not null);
    }

    private static List<string> Issues(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return Strict.TryDeserializeResource(ref reader, out Resource? resource, out var found) && resource is AuditEvent ? [] : [.. found.Select(static e => e.Message)];
    }

    private async Task<HttpResponseMessage> AskAsync(Caller hospital, string family, string birthDate)
    {
        var token = await hospital.TokenAsync(Tokens.Status(gateway, family, birthDate));
        return await hospital.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(Messages.Question(family, "Anna", birthDate)));
    }

    private static async Task<List<string>> EventsAsync(Caller caller, params (string, string)[] form)
    {
        using var answer = await caller.SearchAsync(caller.Name, await caller.OwnTokenAsync(), "AuditEvent", [.. form, ("_count", "200")]);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return [.. JsonNode.Parse(text)!["entry"]!.AsArray().Select(static e => e!["resource"]!.ToJsonString())];
    }
}
