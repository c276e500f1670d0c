using System.Buffers;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the record of an outcome keeps: for the own organisation only, encrypted.</summary>
internal static class OutcomeRecord
{
    /// <summary>The values: who, to whom, why, the answers with their texts, the outcome and its id.</summary>
    public static IEnumerable<RecordValue> Values(WegwijzerRun run, OutcomeStatement statement, string actor) =>
    [
        new("actor", actor),
        new("wegwijzer-group", statement.Group),
        new("wegwijzer-recipient", statement.Recipient),
        new("wegwijzer-purpose", statement.Purpose),
        new("wegwijzer-outcome", statement.Outcome),
        new("wegwijzer-id", statement.Id.ToString()),
        new("wegwijzer-answers", Answers(run)),
    ];

    private static string Answers(WegwijzerRun run)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartArray();
            foreach (var reply in run.Passed)
            {
                json.WriteStartObject();
                json.WriteString("step", reply.Step);
                json.WriteString("answer", reply.Answer);
                if (reply.Text.Length > 0)
                {
                    json.WriteString("text", reply.Text);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
