using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Gateway;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;

namespace ConvenantGateway.Host.Tests.Wegwijzer;

/// <summary>The Wegwijzer over real mutual TLS: questions out, answers in, an outcome that the token endpoint takes once.</summary>
[Collection(GatewayCollection.Name)]
public sealed class WegwijzerTests(GatewayFixture gateway)
{
    private static readonly string[] Groups = ["amk", "ashg", "burgemeester", "hulp", "medisch", "om", "politie", "reclassering", "school"];

    [Fact]
    public async Task List_WithACertificate_NamesEveryGroup()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.SendAsync(HttpMethod.Get, "/wegwijzer", null);
        var list = (List)Strict(await response.Content.ReadAsStringAsync());

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
        Assert.Equal(Groups.Select(g => $"{Caller.Base(gateway)}/wegwijzer/{g}"), list.Entry.Select(static e => e.Item.Reference));
    }

    [Fact]
    public async Task Questionnaire_OfEveryGroup_IsStrictR4AndSaysThatItIsDerived()
    {
        using var police = new Caller(gateway, "politie-noord");
        foreach (var path in Groups.SelectMany(static g => new[] { $"/wegwijzer/{g}", $"/wegwijzer/{g}?recipient=ashg-noord&purpose=REPORT-DV" }))
        {
            using var response = await police.SendAsync(HttpMethod.Get, path, null);
            var questionnaire = (Questionnaire)Strict(await response.Content.ReadAsStringAsync());
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Contains("afgeleid", questionnaire.Description, StringComparison.Ordinal);
            Assert.Contains("u beslist zelf", questionnaire.Purpose, StringComparison.Ordinal);
            Assert.Equal(questionnaire.Item.Count, questionnaire.Item.Select(static i => i.LinkId).Distinct().Count());
            Assert.Equal(path.Contains('?', StringComparison.Ordinal), questionnaire.Item.Exists(static i => i.ReadOnly == true && i.Initial.Count == 1));
        }
    }

    [Theory]
    [InlineData("/wegwijzer/tandarts", 404)]
    [InlineData("/wegwijzer?x=1", 400)]
    [InlineData("/wegwijzer/medisch?x=1", 400)]
    [InlineData("/wegwijzer/medisch?recipient=ashg-noord", 400)]
    [InlineData("/wegwijzer/medisch?recipient=ashg-noord&purpose=KIJKEN", 400)]
    [InlineData("/wegwijzer/medisch?recipient=niemand-noord&purpose=REPORT-DV", 404)]
    [InlineData("/wegwijzer/medisch?recipient=bad-unsigned&purpose=REPORT-DV", 404)]
    public async Task Address_ThatIsNotThere_IsRefusedAndRecorded(string path, int status)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.SendAsync(HttpMethod.Get, path, null);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
        Assert.IsType<OperationOutcome>(Strict(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Outcome_OfSixCriteria_IsEvidenceOnceOnly()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var (code, statement) = await OutcomeAsync(hospital, Answers.Conflict);
        Assert.Equal("OUT-CONFLICT", code);

        using var without = await hospital.AskTokenAsync(Details("G-CONFLICT", null));
        Assert.Equal(400, (int)without.StatusCode);
        using var first = await hospital.AskTokenAsync(Details("G-CONFLICT", statement));
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        using var second = await hospital.AskTokenAsync(Details("G-CONFLICT", statement));
        Assert.Equal(409, (int)second.StatusCode);
        Assert.Contains("CG-CONNECT-061", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(second.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Outcome_UsedInParallel_CountsOnce()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var (_, statement) = await OutcomeAsync(hospital, Answers.Conflict);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var response = await hospital.AskTokenAsync(Details("G-CONFLICT", statement));
            return (int)response.StatusCode;
        }));

        Assert.Equal(1, answers.Count(static s => s == 200));
        Assert.Equal(7, answers.Count(static s => s == 409));
    }

    [Fact]
    public async Task Outcome_AfterARestart_CountsNoMore()
    {
        await using var node = new GatewayFixture();
        await node.InitializeAsync();
        using var hospital = new Caller(node, "ziekenhuis-noord");
        var (_, statement) = await OutcomeAsync(hospital, Answers.Conflict);
        using var first = await hospital.AskTokenAsync(Details("G-CONFLICT", statement, on: node));
        Assert.True(first.IsSuccessStatusCode);
        await node.RestartAsync();
        using var again = new Caller(node, "ziekenhuis-noord");
        using var second = await again.AskTokenAsync(Details("G-CONFLICT", statement, on: node));
        Assert.False(second.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Outcome_Stop_NeedsAReasonToDeviateAndBothAreKept()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var (code, statement) = await OutcomeAsync(hospital, Answers.Stop);
        Assert.Equal("OUT-STOP", code);
        var details = Details("G-CONFLICT", statement);
        details["weighing"] = new JsonObject { ["necessity"] = "a", ["proportionality"] = "b", ["subsidiarity"] = "c" };
        details["evidence"]!["reason"] = "acuut gevaar";

        using var refused = await hospital.AskTokenAsync(details);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("CG-CONNECT-060", text, StringComparison.Ordinal);
        Assert.Contains("evidence.deviation", text, StringComparison.Ordinal);

        details["evidence"]!["deviation"] = "de situatie verergert nu";
        using var granted = await hospital.AskTokenAsync(details);
        Assert.True(granted.IsSuccessStatusCode, await granted.Content.ReadAsStringAsync());
        var record = await RecordOfAsync(granted);
        Assert.Contains(record, static v => v is { Field: "wegwijzer-deviation", Value: "de situatie verergert nu" });
        Assert.Contains(record, static v => v is { Field: "wegwijzer-outcome", Value: "OUT-STOP" });
    }

    [Fact]
    public async Task Outcome_OfOthersOrChanged_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        var (_, statement) = await OutcomeAsync(hospital, Answers.Conflict);

        Assert.Equal("CG-CONNECT-055", await CodeAsync(doctor, Details("G-CONFLICT", statement)));
        var actor = Details("G-CONFLICT", statement);
        actor["actor"]!["id"] = "900012346";
        Assert.Equal("CG-CONNECT-056", await CodeAsync(hospital, actor));
        Assert.Equal("CG-CONNECT-057", await CodeAsync(hospital, Details("G-CONFLICT", statement, to: "amk-noord")));
        Assert.Equal("CG-CONNECT-058", await CodeAsync(hospital, Details("G-CONFLICT", statement, purpose: "REFER")));
        Assert.Equal("CG-CONNECT-059", await CodeAsync(hospital, Details("G-CONFLICT", statement, person: Answers.Person("Iemandanders"))));
        Assert.Equal("CG-CONNECT-052", await CodeAsync(hospital, Details("G-CONFLICT", statement[..^4] + "AAAA")));
        Assert.Equal("CG-CONNECT-052", await CodeAsync(hospital, Details("G-CONFLICT", await hospital.OwnTokenAsync())));
        using var whole = await hospital.AskTokenAsync(Details("G-CONFLICT", statement));
        Assert.True(whole.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Outcome_AsAccessToken_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var (_, statement) = await OutcomeAsync(hospital, Answers.Conflict);

        using var response = await hospital.PushAsync("ashg-noord", statement, "{}");

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("W1=nee", 422, "`W3`")]
    [InlineData("W1=nee W3=nee W5=honderd", 422, "`W5`")]
    [InlineData("W1=nee W3=ja", 422, "`W3`")]
    [InlineData("W1=ja W3=nee", 422, "niet gesteld")]
    [InlineData("W0=advies W1=ja", 422, "is hier anders")]
    [InlineData("W1=ja verzonnen=ja", 422, "`linkId`")]
    [InlineData("W1=ja:", 422, "geen toelichting")]
    public async Task Outcome_AnswersThatDoNotFollowTheQuestions_AreRefused(string answers, int status, string says)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await PostAsync(hospital, Answers.Parameters(answers));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimetoelichting", text, StringComparison.Ordinal);
        Assert.DoesNotContain("verzonnen", text, StringComparison.Ordinal);
        Assert.IsType<OperationOutcome>(Strict(text));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{\"resourceType\":\"Parameters\"}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"meer\",\"valueString\":\"x\"}]}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"recipient\",\"valueString\":\"a\"},{\"name\":\"recipient\",\"valueString\":\"b\"}]}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[1]}", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"resourceType\":\"Parameters\",\"parameter\":[]}", 400)]
    public async Task Outcome_BodyThatIsNotRight_IsRefused(string body, int status)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.SendAsync(HttpMethod.Post, "/wegwijzer/medisch/$outcome", null, Caller.Fhir(body));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("huisarts-noord", "niemand-noord", "REPORT-DV", 404)]
    [InlineData("huisarts-noord", "huisarts-noord", "REPORT-DV", 404)]
    [InlineData("huisarts-noord", "ashg-noord", "KIJKEN", 400)]
    [InlineData("politie-noord", "ashg-noord", "REPORT-DV", 403)]
    public async Task Outcome_ForNobodyOrOfAnotherGroup_IsRefused(string caller, string recipient, string purpose, int status)
    {
        using var partner = new Caller(gateway, caller);
        using var response = await PostAsync(partner, Answers.Parameters("W1=ja", recipient: recipient, purpose: purpose));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Outcome_OfOneCall_StandsInTheOwnRecordWithItsTexts()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await PostAsync(hospital, Answers.Parameters(Answers.Conflict));
        var text = await response.Content.ReadAsStringAsync();

        Assert.IsType<Parameters>(Strict(text));
        Assert.DoesNotContain("Wegwijs\"", text, StringComparison.Ordinal);
        var record = await RecordOfAsync(response);
        Assert.Contains(record, static v => v.Field == "wegwijzer-answers" && v.Value.Contains("Geheimetoelichting bij W7-4", StringComparison.Ordinal));
        Assert.Contains(record, static v => v is { Field: "wegwijzer-outcome", Value: "OUT-CONFLICT" });
    }

    private static Resource Strict(string json) => new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).DeserializeResource(json);

    private static Task<HttpResponseMessage> PostAsync(Caller caller, JsonObject body) => caller.SendAsync(HttpMethod.Post, "/wegwijzer/medisch/$outcome", null, Caller.Fhir(body.ToJsonString()));

    private static async Task<(string Code, string Statement)> OutcomeAsync(Caller caller, string answers)
    {
        using var response = await PostAsync(caller, Answers.Parameters(answers));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        var parameters = JsonNode.Parse(text)!["parameter"]!.AsArray();
        return (Of("outcome")["valueCode"]!.GetValue<string>(), Of("statement")["valueString"]!.GetValue<string>());

        JsonNode Of(string name) => parameters.Single(p => p!["name"]!.GetValue<string>() == name)!;
    }

    private static async Task<string> CodeAsync(Caller caller, JsonObject details)
    {
        using var response = await caller.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;
    }

    private JsonObject Details(string ground, string? statement, string to = "ashg-noord", string purpose = "REPORT-DV", JsonObject? person = null, GatewayFixture? on = null)
    {
        var details = Caller.Details(on ?? gateway, to, purpose, ground);
        details["about"] = new JsonArray(person ?? Answers.Person());
        details["evidence"] = statement is null ? new JsonObject() : new JsonObject { ["wegwijzer"] = statement };
        return details;
    }

    private async Task<IReadOnlyList<Audit.RecordValue>> RecordOfAsync(HttpResponseMessage response)
    {
        var transaction = Guid.Parse(response.Headers.GetValues("Fsc-Transaction-Id").Single());
        var records = await gateway.World.Store.Reading.ListAsync("ziekenhuis-noord", new Audit.RecordQuery { Limit = 500 }, CancellationToken.None);
        return [.. records.Single(r => r.Record.Transaction == transaction).Values];
    }
}
