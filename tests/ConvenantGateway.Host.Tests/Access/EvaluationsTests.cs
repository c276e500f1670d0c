using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Access;

/// <summary>Batches: order, defaults, semantics, and errors that stay in their own place. Requests after the examples of the specification.</summary>
[Collection(GatewayCollection.Name)]
public sealed class EvaluationsTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Evaluations_ExamplesOfTheSpecification_AreAnsweredInOrder()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var answer = await ashg.AnswerAsync(
            JsonNode.Parse(
                """
                {"subject":{"type":"user","id":"alice@example.com"},"context":{"time":"2024-05-31T15:22-07:00"},"action":{"name":"can_read"},
                 "evaluations":[{"resource":{"type":"document","id":"boxcarring.md"}},{"resource":{"type":"document","id":"subject-search.md"}},
                                {"action":{"name":"can_edit"},"resource":{"type":"document","id":"resource-search.md"}}]}
                """)!,
            Questions.Batch);
        Assert.Equal([false, false, false], Decisions(answer));
        Assert.Null(answer["decision"]);
    }

    [Theory]
    [InlineData("execute_all", "true false true")]
    [InlineData(null, "true false true")]
    [InlineData("deny_on_first_deny", "true false")]
    [InlineData("permit_on_first_permit", "true")]
    public async Task Evaluations_Semantic_StopsAsSpecified(string? semantic, string decisions)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var batch = Mixed();
        if (semantic is not null)
        {
            batch["options"] = new JsonObject { ["evaluations_semantic"] = semantic, ["another_option"] = "value" };
        }

        var answer = await ashg.AnswerAsync(batch, Questions.Batch);
        Assert.Equal(decisions, string.Join(' ', Decisions(answer)).ToLowerInvariant());
    }

    [Fact]
    public async Task Evaluations_ItemThatCannotBeRead_FailsAlone()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var batch = Mixed();
        batch["evaluations"]!.AsArray().Insert(1, new JsonObject { ["resource"] = new JsonObject { ["type"] = "partner" } });
        var answer = await ashg.AnswerAsync(batch, Questions.Batch);
        Assert.Equal([true, false, false, true], Decisions(answer));
        Assert.Equal(400, answer["evaluations"]![1]!["context"]!["error"]!["status"]!.GetValue<int>());
    }

    [Fact]
    public async Task Evaluations_WithoutEvaluations_AnswersOneDecision()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var absent = await ashg.AnswerAsync(Questions.Referral(), Questions.Batch);
        var empty = await ashg.AnswerAsync(Questions.Referral().With("evaluations", new JsonArray()), Questions.Batch);
        Assert.True(absent["decision"]!.GetValue<bool>());
        Assert.Equal(absent.ToJsonString(), empty.ToJsonString());
    }

    [Fact]
    public async Task Evaluations_MoreThanAHundred_Is400()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var batch = Questions.Referral().With("evaluations", new JsonArray([.. Enumerable.Range(0, 101).Select(static _ => new JsonObject())]));
        using var response = await ashg.SendAsync(HttpMethod.Post, Questions.Batch, await ashg.OwnTokenAsync(), Questions.Json(batch));
        Assert.Equal(400, (int)response.StatusCode);
    }

    /// <summary>Permitted, denied, permitted.</summary>
    private static JsonObject Mixed()
    {
        var batch = Questions.Referral();
        batch["evaluations"] = new JsonArray(
            new JsonObject(),
            new JsonObject { ["resource"] = new JsonObject { ["type"] = "partner", ["id"] = "politie-noord" } },
            new JsonObject { ["resource"] = new JsonObject { ["type"] = "partner", ["id"] = "vrouwenopvang-noord" } });
        return batch;
    }

    private static List<bool> Decisions(JsonNode answer) => [.. answer["evaluations"]!.AsArray().Select(static e => e!["decision"]!.GetValue<bool>())];
}
