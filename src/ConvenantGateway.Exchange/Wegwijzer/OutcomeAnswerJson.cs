using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the answer of <c>$outcome</c>: <c>Parameters</c> with the outcome, its advice, what it rests on, whom to phone, and the signed statement.</summary>
internal static class OutcomeAnswerJson
{
    /// <summary>The answer.</summary>
    public static byte[] Compose(WegwijzerRun run, WegwijzerGuide guide, Partner recipient, string signed, OutcomeStatement statement)
    {
        var outcome = run.Outcome!;
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Parameters");
            json.WriteStartArray("parameter");
            Value(json, "outcome", "valueCode", outcome.Code);
            Value(json, "title", "valueString", outcome.Title);
            Value(json, "advice", "valueString", outcome.Advice);
            foreach (var advice in run.Path.Select(static p => p.Answer.Advice).Where(static a => a.Length > 0))
            {
                Value(json, "advice", "valueString", advice);
            }

            foreach (var ground in run.Grounds)
            {
                Value(json, "ground", "valueCode", ground.Code);
            }

            foreach (var word in statement.Proves)
            {
                Value(json, "proves", "valueCode", word);
            }

            foreach (var (step, answer, _) in run.Path)
            {
                Criterion(json, step, answer);
            }

            Value(json, "notice", "valueString", guide.Notice);
            Value(json, "telephone", "valueString", $"{recipient.Name}, {recipient.ContactFunction}: {recipient.Telephone}");
            Value(json, "telephone", "valueString", ErrorTable.PhoneText);
            Value(json, "statement", "valueString", signed);
            Value(json, "expires", "valueInstant", DateTimeOffset.FromUnixTimeSeconds(statement.Expires).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Criterion(Utf8JsonWriter json, WegwijzerStep step, WegwijzerAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("name", "criterion");
        json.WriteStartArray("part");
        Value(json, "step", "valueCode", step.Id);
        Value(json, "question", "valueString", step.Question);
        Value(json, "answer", "valueCode", answer.Id);
        foreach (var source in step.Sources)
        {
            Value(json, "source", "valueString", source.ToString());
        }

        Value(json, "mark", "valueCode", step.IsDerived ? "derived" : "sourced");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString(type, value);
        json.WriteEndObject();
    }
}
