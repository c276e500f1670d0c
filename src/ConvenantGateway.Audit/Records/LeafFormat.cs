using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>
/// Leaf v1 (design.md section 7): UTF-8 JSON with this field order, without white space; the stored bytes are the hashed bytes. Written by hand, so that no library's
/// default can change them. Left out: empty text, an empty list, status 0, emergency false, count 1. Pure; thread safe.
/// </summary>
public static class LeafFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a leaf.</summary>
    /// <param name="record">The clear fields; its views are not looked at.</param>
    /// <param name="views">What the leaf says of each view.</param>
    /// <exception cref="ArgumentException">A clear field is not a code: see <see cref="LeafRules"/>.</exception>
    public static byte[] Write(ExchangeRecord record, ReadOnlySpan<LeafView> views)
    {
        LeafRules.Check(record);
        var json = JsonScratch.Begin();
        json.WriteStartObject();
        json.WriteNumber("version"u8, Version);
        json.WriteString("type"u8, RecordTypeNames.NameOf(record.Type));
        json.WriteString("transaction"u8, record.Transaction);
        json.WriteString("time"u8, record.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        Text(json, "caller"u8, record.Caller);
        Text(json, "counterparty"u8, record.Counterparty);
        Text(json, "purpose"u8, record.Purpose);
        Text(json, "ground"u8, record.Ground);
        Text(json, "by"u8, record.By);
        Text(json, "outcome"u8, record.Outcome);
        Text(json, "code"u8, record.Code);
        if (record.Status != 0)
        {
            json.WriteNumber("status"u8, record.Status);
        }

        if (!record.Rules.IsDefaultOrEmpty)
        {
            json.WriteStartArray("rules"u8);
            foreach (var rule in record.Rules)
            {
                json.WriteStringValue(rule);
            }

            json.WriteEndArray();
        }

        Text(json, "profile"u8, record.Profile);
        Text(json, "law-date"u8, record.LawDate);
        Text(json, "covenant"u8, record.Covenant);
        Text(json, "policy-digest"u8, record.PolicyDigest);
        Text(json, "body-digest"u8, record.BodyDigest);
        Text(json, "trace"u8, record.Trace);
        if (record.Emergency)
        {
            json.WriteBoolean("emergency"u8, true);
        }

        if (record.Count != 1)
        {
            json.WriteNumber("count"u8, record.Count);
        }

        Views(json, views);
        json.WriteEndObject();
        return JsonScratch.Take();
    }

    private static void Views(Utf8JsonWriter json, ReadOnlySpan<LeafView> views)
    {
        if (views.Length == 0)
        {
            return;
        }

        json.WriteStartArray("views"u8);
        foreach (var view in views)
        {
            json.WriteStartObject();
            json.WriteString("viewer"u8, view.Viewer);
            json.WriteString("ciphertext"u8, view.Ciphertext);
            json.WriteStartArray("commitments"u8);
            foreach (var commitment in view.Commitments)
            {
                json.WriteStartObject();
                json.WriteString("field"u8, commitment.Field);
                json.WriteString("sha256"u8, commitment.Digest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }
}
