using System.Text.Json.Nodes;
using ConvenantGateway.Cli.Push;

namespace ConvenantGateway.Cli.Tests.Push;

/// <summary>References of a split message point to what the gateway assigned, and never hide whom a resource is about.</summary>
public sealed class ChunkJsonTests
{
    [Fact]
    public void Write_TargetInTheSameChunk_StaysAsItIs() =>
        Assert.Equal("urn:uuid:p", Subject(stored: null, isInside: true)?["reference"]?.ToString());

    [Fact]
    public void Write_TargetStoredEarlier_BecomesTheAssignedId() =>
        Assert.Equal("Patient/7", Subject(stored: "Patient/7", isInside: false)?["reference"]?.ToString());

    [Fact]
    public void Write_PatientNotStored_StaysSoThatTheGatewayRefuses() =>
        Assert.Equal("urn:uuid:p", Subject(stored: null, isInside: false)?["reference"]?.ToString());

    [Fact]
    public void Write_OtherNotStored_BecomesALogicalReference()
    {
        var item = Item("Observation", "urn:uuid:o", """{"encounter":{"reference":"urn:uuid:e"}}""");
        var encounter = Resource(ChunkJson.Write([item], Names(item, Item("Encounter", "urn:uuid:e", "{}"))), 0)["encounter"];

        Assert.Null(encounter?["reference"]);
        Assert.Equal("urn:uuid:e", encounter?["identifier"]?["value"]?.ToString());
    }

    [Fact]
    public void Write_Contained_StaysAsItIs()
    {
        var item = Item("Claim", null, """{"referral":{"reference":"#referral"}}""");

        Assert.Equal("#referral", Resource(ChunkJson.Write([item], Names(item)), 0)["referral"]?["reference"]?.ToString());
    }

    private static JsonNode? Subject(string? stored, bool isInside)
    {
        var patient = Item("Patient", "urn:uuid:p", "{}");
        patient.Location = stored;
        var observation = Item("Observation", "urn:uuid:o", """{"subject":{"reference":"urn:uuid:p"}}""");
        PushItem[] chunk = isInside ? [patient, observation] : [observation];
        return Resource(ChunkJson.Write(chunk, Names(patient, observation)), chunk.Length - 1)["subject"];
    }

    private static PushItem Item(string type, string? url, string json) => new(type, url, JsonNode.Parse(json)!.AsObject());

    private static Dictionary<string, PushItem> Names(params PushItem[] items) =>
        items.SelectMany(static i => i.Names.Select(n => (n, i))).ToDictionary(static p => p.n, static p => p.i);

    private static JsonNode Resource(byte[] bundle, int index) => JsonNode.Parse(bundle)!["entry"]![index]!["resource"]!;
}
