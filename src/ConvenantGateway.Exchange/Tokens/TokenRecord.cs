using System.Buffers;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>The record of a token request, and what the token itself may say.</summary>
internal static class TokenRecord
{
    /// <summary>The record: seen by the caller's officers only, for a question that was refused must not show to the holder.</summary>
    public static ExchangeRecord Compose(TokenEvaluation evaluation, TokenState state, string bodyDigest, int status, DateTimeOffset now, bool granted)
    {
        var snapshot = state.Policy.Snapshot;
        var values = new List<RecordValue>
        {
            new("actor", state.ActorText),
            new("authorization-details", state.RawDetails),
        };
        values.AddRange(state.Wegwijzer.Values());
        if (evaluation.Grant is { } grant)
        {
            values.Add(new RecordValue("dossier", grant.Dossier.ToString()));
        }

        if (evaluation.Refusal is { } refusal)
        {
            values.Add(new RecordValue("reason", refusal.Description));
        }

        return new ExchangeRecord
        {
            Type = RecordType.Token,
            Transaction = evaluation.Request.Transaction,
            Time = now,
            Caller = evaluation.Request.Caller.Value,
            Counterparty = state.Counterparty,
            Purpose = state.Purpose,
            Ground = state.Ground,
            By = "token",
            Outcome = granted ? "released" : "refused",
            Code = evaluation.Refusal?.Code ?? "",
            Status = status,
            Profile = "",
            LawDate = state.LawDate.ToString("yyyy-MM-dd"),
            Covenant = snapshot.Covenant.Id,
            PolicyDigest = snapshot.ManifestDigest,
            BodyDigest = bodyDigest,
            Trace = evaluation.Request.Trace,
            Emergency = state.Emergency,
            Views = [new RecordView(evaluation.Request.Caller.Value, [.. values], [.. (evaluation.Grant?.About ?? []).Select(h => (ReadOnlyMemory<byte>)h.ToBytes())])],
        };
    }

    /// <summary>The token's <c>authorization_details</c>: codes, ids and handles, no names, no evidence, no weighing.</summary>
    public static string TokenDetails(ExchangeGrant grant, string publicBase)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("type", "convenant_exchange");
            json.WriteStartArray("locations");
            json.WriteStringValue($"{publicBase}/{grant.Counterparty}/fhir");
            json.WriteEndArray();
            json.WriteString("purpose", grant.Purpose.Code);
            json.WriteString("ground", grant.Ground.Code);
            json.WriteString("actor", grant.Actor);
            json.WriteString("role", grant.ActorRole);
            json.WriteBoolean("emergency", grant.Emergency);
            json.WriteStartArray("about");
            foreach (var handle in grant.About)
            {
                json.WriteStringValue(handle.Hex);
            }

            json.WriteEndArray();
            json.WriteString("dossier", grant.Dossier);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
