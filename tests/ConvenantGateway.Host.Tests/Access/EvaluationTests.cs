using System.Text.Json.Nodes;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Access;

/// <summary>"May I send this?" over real mutual TLS: the decider's answer on stated attributes, nothing of a register, recorded as a dry run.</summary>
[Collection(GatewayCollection.Name)]
public sealed class EvaluationTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Evaluation_LawfulReferral_SaysWhatMayFlowPerPerson()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var answer = await ashg.AnswerAsync(Questions.Referral());
        Assert.True(answer["decision"]!.GetValue<bool>());
        var context = answer["context"]!;
        Assert.Contains("R-40", Words(context["rules"]));
        Assert.Contains("no-onward", Words(context["obligations"]));
        Assert.Equal(["D01", "D02", "D08"], Words(context["released"]![0]!["categories"]));
        Assert.DoesNotContain("D10", Words(context["released"]![1]!["categories"]));
        Assert.Equal("2009-06-01", context["lawDate"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("context.evidence", "[]", "evidence-missing")]
    [InlineData("context.ground", "\"G-LEGIT\"", "ground-unfit")]
    [InlineData("context.ground", "\"G-ZOMAAR\"", "ground-missing")]
    [InlineData("context.purpose", "\"CRIM\"", "no-rule")]
    [InlineData("context.purpose", "null", "purpose-missing")]
    [InlineData("context.lawDate", "\"2025-06-01\"", "unreadable")]
    [InlineData("context.evidence", "[\"toestemming\"]", "unreadable")]
    [InlineData("subject.id", "\"ziekenhuis-noord\"", "subject-not-caller")]
    [InlineData("subject.type", "\"user\"", "subject-not-caller")]
    [InlineData("action.name", "\"delete\"", "action-unknown")]
    [InlineData("resource.type", "\"document\"", "resource-unknown")]
    [InlineData("resource.id", "\"politie-noord\"", "no-rule")]
    [InlineData("resource.properties.persons", "[{\"rol\":[\"slachtoffer\"]}]", "nothing-released")]
    [InlineData("resource.properties.persons", "[{\"rol\":[\"buurman\"],\"consent\":[\"D01\"]}]", "nothing-released")]
    public async Task Evaluation_OneFactChanged_IsDeniedAndSaysWhy(string member, string json, string reason)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var answer = await ashg.AnswerAsync(Questions.Referral().With(member, JsonNode.Parse(json)));
        Assert.False(answer["decision"]!.GetValue<bool>());
        var first = answer["context"]!["reasons"]![0]!;
        Assert.Equal(reason, first["id"]!.GetValue<string>());
        Assert.NotEmpty(first["reason_user"]!["nl"]!.GetValue<string>());
        Assert.NotEmpty(first["reason_user"]!["en"]!.GetValue<string>());
    }

    [Fact]
    public async Task Evaluation_MissingEvidence_IsNamedInUnmet()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var answer = await ashg.AnswerAsync(Questions.Referral().With("context.evidence", new JsonArray("weighing")));
        Assert.Equal(["consent"], Words(answer["context"]!["unmet"]));
    }

    [Fact]
    public async Task Evaluation_HospitalAsksPolice_IsProhibited()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var answer = await hospital.AnswerAsync(Questions.Ask("ziekenhuis-noord", "status", "politie-noord", "STATUS", "G-CONSENT", ["consent"], Questions.Person("client", "D01")));
        Assert.False(answer["decision"]!.GetValue<bool>());
        Assert.Equal("prohibited", answer["context"]!["reasons"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Evaluation_QuestionThatMayBeAsked_NeverTellsTheAnswer()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var answer = await hospital.AnswerAsync(Questions.Ask("ziekenhuis-noord", "status", "ashg-noord", "STATUS", "G-CONSENT", ["consent"], Questions.Person("client", "D01")));
        Assert.True(answer["decision"]!.GetValue<bool>());
        Assert.Equal("answer-elsewhere", answer["context"]!["reasons"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Evaluation_UnknownUnsignedAndDeparted_AnswerWithTheSameBytes()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var answers = new List<string>();
        foreach (var to in new[] { "niemand-noord", "bad-unsigned", "bad-suspended", "Niet een slug", "" })
        {
            answers.Add((await hospital.AnswerAsync(Questions.Ask("ziekenhuis-noord", "push", to, "TREAT", "G-DIRECT", ["treatment-relation"]))).ToJsonString());
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("not-a-party", answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", true)]
    [InlineData("push", true)]
    [InlineData("status", false)]
    public async Task Evaluation_OwnRegister_NeedsNoRule(string action, bool isPermitted)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var answer = await ashg.AnswerAsync(Questions.Ask("ashg-noord", action, "ashg-noord", "REFER", "G-CONSENT", []));
        Assert.Equal(isPermitted, answer["decision"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Evaluation_EvidenceOfTheToken_CountsForNothing()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Telniet", "1981-01-01"));
        using var response = await hospital.SendAsync(
            HttpMethod.Post, Questions.Single, token, Questions.Json(Questions.Ask("ziekenhuis-noord", "status", "ashg-noord", "STATUS", "G-CONSENT", [], Questions.Person("client", "D01"))));
        Assert.False(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["decision"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Evaluation_Answered_IsADryRunThatTheReceiverNeverSees()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(HttpMethod.Post, Questions.Single, await ashg.OwnTokenAsync(), Questions.Json(Questions.Referral()));
        var transaction = Guid.Parse(response.Headers.GetValues("Fsc-Transaction-Id").Single());
        var query = new RecordQuery { Types = [RecordType.DryRun], Limit = 100 };
        var own = await gateway.World.Store.Reading.ListAsync("ashg-noord", query, TestContext.Current.CancellationToken);
        var other = await gateway.World.Store.Reading.ListAsync("vrouwenopvang-noord", query, TestContext.Current.CancellationToken);
        var record = own.Single(r => r.Record.Transaction == transaction);
        Assert.Equal(("evaluation", "answered", ""), (record.Record.By, record.Record.Outcome, record.Record.Counterparty));
        Assert.Contains(record.Values, static v => v.Value.Contains("vrouwenopvang-noord REFER G-CONSENT", StringComparison.Ordinal));
        Assert.DoesNotContain(other, r => r.Record.Transaction == transaction);
    }

    private static List<string> Words(JsonNode? list) => [.. list!.AsArray().Select(static w => w!.GetValue<string>())];
}
