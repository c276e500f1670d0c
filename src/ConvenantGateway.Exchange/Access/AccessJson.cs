using System.Buffers;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the answers of AuthZEN 1.0 (sections 5.5, 7.2).</summary>
internal static class AccessJson
{
    /// <summary>One decision.</summary>
    public static byte[] Single(ExchangeCall call, AccessOutcome outcome) => Write(json => Decision(json, call, outcome, null));

    /// <summary>The decisions of a batch, in the order of the request; fewer if it stopped.</summary>
    public static byte[] Batch(ExchangeCall call, IReadOnlyList<AccessOutcome> outcomes, AccessSemantic semantic) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("evaluations");
        foreach (var outcome in outcomes)
        {
            Decision(json, call, outcome, semantic == AccessSemantic.DenyOnFirstDeny && !outcome.Decision ? "deny_on_first_deny" : null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The metadata of the decision point (section 9).</summary>
    public static byte[] Configuration(string publicBase) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("policy_decision_point", publicBase);
        json.WriteString("access_evaluation_endpoint", $"{publicBase}/access/v1/evaluation");
        json.WriteString("access_evaluations_endpoint", $"{publicBase}/access/v1/evaluations");
        json.WriteEndObject();
    });

    private static void Decision(Utf8JsonWriter json, ExchangeCall call, AccessOutcome outcome, string? stop)
    {
        json.WriteStartObject();
        json.WriteBoolean("decision", outcome.Decision);
        json.WriteStartObject("context");
        if (stop is not null)
        {
            json.WriteString("reason", stop);
        }

        if (outcome.ErrorStatus != 0)
        {
            json.WriteStartObject("error");
            json.WriteNumber("status", outcome.ErrorStatus);
            json.WriteString("message", outcome.Reasons[0].Dutch);
            json.WriteEndObject();
        }

        json.WriteStartArray("reasons");
        foreach (var reason in outcome.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("id", reason.Id);
            if (reason.IsWarning)
            {
                json.WriteBoolean("warning", true);
            }

            json.WriteStartObject("reason_user");
            json.WriteString("nl", reason.Dutch);
            json.WriteString("en", reason.English);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Words(json, "rules", outcome.Basis.Rules.Select(static r => r.Code));
        Words(json, "laws", outcome.Basis.Laws.Select(static l => $"{l.Bwb} {l.Article}").Distinct());
        Words(json, "unmet", EvidenceWords.Words(outcome.Missing));
        Words(json, "obligations", outcome.Basis.Obligations.Select(static o => o.Code));
        json.WriteStartArray("released");
        foreach (var released in outcome.Released)
        {
            json.WriteStartObject();
            Words(json, "categories", released.Codes());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("lawDate", call.LawDate.ToString("yyyy-MM-dd"));
        json.WriteString("covenant", call.Policy.Snapshot.Covenant.Id);
        json.WriteBoolean("dryRun", true);
        if (!outcome.Decision)
        {
            json.WriteString("phone", ErrorTable.PhoneText);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
