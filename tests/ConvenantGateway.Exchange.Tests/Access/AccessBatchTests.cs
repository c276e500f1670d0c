using System.Text.Json;

namespace ConvenantGateway.Exchange.Tests.Access;

/// <summary>Reading requests of AuthZEN 1.0: what must be there, what is ignored, what defaults fill in.</summary>
public sealed class AccessBatchTests
{
    private const string Whole = """{"subject":{"type":"user","id":"alice@example.com"},"action":{"name":"can_read"},"resource":{"type":"document","id":"1"}}""";

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":null,"action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":"alice","action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"type":"t"},"action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"id":"i"},"action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"type":"t","id":7},"action":{"name":"x"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"action":{},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"resource":{"type":"t","id":"i"}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"action":{"name":"x"}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"action":{"name":"x"},"resource":{"type":"t"}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"action":{"name":"x"},"resource":{"type":"t","id":"i","properties":[]}}""")]
    [InlineData("""{"subject":{"type":"t","id":"i"},"action":{"name":"x"},"resource":{"type":"t","id":"i"},"context":"now"}""")]
    public void Read_SingleThatLacksAMember_IsRefused(string json)
    {
        var (batch, wrong) = Read(json, isBatch: false);
        Assert.Null(batch);
        Assert.NotEmpty(wrong!);
        Assert.DoesNotContain("alice", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"subject":{"type":"user","id":"a"},"action":{"name":"can_read"},"resource":{"type":"account","id":"123"}}""")]
    [InlineData("""{"subject":{"type":"user","id":"a","properties":{"department":"Sales"},"x":1},"action":{"name":"can_read","properties":{"method":"GET"}},"resource":{"type":"account","id":"123"},"context":{"time":"1985-10-26T01:22-07:00"},"y":2}""")]
    public void Read_SingleOfTheSpecification_IsRead(string json)
    {
        var (batch, _) = Read(json, isBatch: false);
        Assert.True(batch!.IsSingle);
        Assert.Equal("can_read", batch.Items.Single().Item!.Action);
    }

    [Fact]
    public void Read_EvaluationsAtTheSingleAddress_AreIgnored()
    {
        var (batch, _) = Read(Whole[..^1] + ""","evaluations":[{}]}""", isBatch: false);
        Assert.True(batch!.IsSingle);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","evaluations":[]""")]
    [InlineData(""","evaluations":null""")]
    public void Read_BatchWithoutEvaluations_IsASingleOne(string rest)
    {
        var (batch, _) = Read(Whole[..^1] + rest + "}", isBatch: true);
        Assert.True(batch!.IsSingle);
    }

    [Theory]
    [InlineData(""","evaluations":{}""")]
    [InlineData(""","evaluations":[{}],"options":[]""")]
    [InlineData(""","evaluations":[{}],"options":{"evaluations_semantic":"some"}""")]
    [InlineData(""","evaluations":[{}],"options":{"evaluations_semantic":1}""")]
    public void Read_BatchWithAWrongEnvelope_IsRefused(string rest)
    {
        var (batch, wrong) = Read(Whole[..^1] + rest + "}", isBatch: true);
        Assert.Null(batch);
        Assert.NotEmpty(wrong!);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Read_BatchOfManyEvaluations_IsBounded(int count, bool isRead)
    {
        var (batch, _) = Read(Whole[..^1] + $$""","evaluations":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]}""", isBatch: true);
        Assert.Equal(isRead, batch is not null);
    }

    [Fact]
    public void Read_DefaultsOfTheSpecification_AreOverriddenWhole()
    {
        var (batch, _) = Read(
            """
            {"subject":{"type":"user","id":"alice@example.com"},"context":{"time":"2024-05-31T15:22-07:00"},"action":{"name":"can_read"},
             "evaluations":[{"resource":{"type":"document","id":"boxcarring.md"}},{"resource":{"type":"document","id":"subject-search.md"}},
                            {"action":{"name":"can_edit"},"resource":{"type":"document","id":"resource-search.md"}}],
             "options":{"evaluations_semantic":"deny_on_first_deny","another_option":"value"}}
            """,
            isBatch: true);
        Assert.Equal(AccessSemantic.DenyOnFirstDeny, batch!.Semantic);
        Assert.Equal(["boxcarring.md", "subject-search.md", "resource-search.md"], batch.Items.Select(static i => i.Item!.ResourceId));
        Assert.Equal(["can_read", "can_read", "can_edit"], batch.Items.Select(static i => i.Item!.Action));
    }

    [Fact]
    public void Read_ItemWithoutAMember_IsAnErrorOfThatItemOnly()
    {
        var (batch, _) = Read("""{"action":{"name":"x"},"evaluations":[{"subject":{"type":"t","id":"i"},"resource":{"type":"t","id":"i"}},{"subject":{"type":"t","id":"i"}},7]}""", isBatch: true);
        Assert.Equal([true, false, false], batch!.Items.Select(static i => i.Item is not null));
    }

    private static (AccessBatch? Batch, string? Wrong) Read(string json, bool isBatch) => AccessBatch.Read(JsonDocument.Parse(json).RootElement, isBatch);
}
