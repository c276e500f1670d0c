using System.Collections.Immutable;

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

    // The same text, of a time in UTC, and written in a tenth of the time.
    private const string RoundTrip = "O";

    /// <summary>Writes a leaf.</summary>
    /// <param name="record">The clear fields, of a record that <see cref="LeafRules"/> lets through; its views are not looked at.</param>
    /// <param name="views">What the leaf says of each view.</param>
    /// <exception cref="ArgumentException">Anything that would stand in the leaf is not a code.</exception>
    public static byte[] Write(ExchangeRecord record, ReadOnlySpan<LeafView> views)
    {
        using var json = RecordJson.Begin();
        json.Raw("{\"version\":"u8).Other(Version);
        Text(json, "type"u8, RecordTypeNames.NameOf(record.Type));
        Begin(json, "transaction"u8).Other(record.Transaction).Raw("\""u8);
        Begin(json, "time"u8).Other(record.Time.UtcDateTime, RoundTrip).Raw("\""u8);
        Text(json, "caller"u8, record.Caller);
        Text(json, "counterparty"u8, record.Counterparty);
        Text(json, "purpose"u8, record.Purpose);
        Text(json, "ground"u8, record.Ground);
        Text(json, "by"u8, record.By);
        Text(json, "outcome"u8, record.Outcome);
        Text(json, "code"u8, record.Code);
        if (record.Status != 0)
        {
            json.Raw(",\"status\":"u8).Other(record.Status);
        }

        Rules(json, record.Rules);
        Text(json, "profile"u8, record.Profile);
        Text(json, "law-date"u8, record.LawDate);
        Text(json, "covenant"u8, record.Covenant);
        Text(json, "policy-digest"u8, record.PolicyDigest);
        Text(json, "body-digest"u8, record.BodyDigest);
        Text(json, "trace"u8, record.Trace);
        if (record.Emergency)
        {
            json.Raw(",\"emergency\":true"u8);
        }

        if (record.Count != 1)
        {
            json.Raw(",\"count\":"u8).Other(record.Count);
        }

        Views(json, views);
        return json.Raw("}"u8).Take();
    }

    private static void Rules(RecordJson json, ImmutableArray<string> rules)
    {
        if (rules.IsDefaultOrEmpty)
        {
            return;
        }

        json.Raw(",\"rules\":["u8);
        for (var i = 0; i < rules.Length; i++)
        {
            json.Raw(i == 0 ? "\""u8 : ",\""u8).Code(rules[i]).Raw("\""u8);
        }

        json.Raw("]"u8);
    }

    private static void Views(RecordJson json, ReadOnlySpan<LeafView> views)
    {
        if (views.Length == 0)
        {
            return;
        }

        json.Raw(",\"views\":["u8);
        for (var i = 0; i < views.Length; i++)
        {
            json.Raw(i == 0 ? "{\"viewer\":\""u8 : ",{\"viewer\":\""u8).Code(views[i].Viewer).Raw("\",\"ciphertext\":\""u8).Code(views[i].Ciphertext).Raw("\",\"commitments\":["u8);
            for (var j = 0; j < views[i].Commitments.Length; j++)
            {
                var commitment = views[i].Commitments[j];
                json.Raw(j == 0 ? "{\"field\":\""u8 : ",{\"field\":\""u8).Code(commitment.Field).Raw("\",\"sha256\":\""u8).Code(commitment.Digest).Raw("\"}"u8);
            }

            json.Raw("]}"u8);
        }

        json.Raw("]"u8);
    }

    private static void Text(RecordJson json, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length > 0)
        {
            Begin(json, name).Code(value).Raw("\""u8);
        }
    }

    private static RecordJson Begin(RecordJson json, ReadOnlySpan<byte> name) => json.Raw(",\""u8).Raw(name).Raw("\":\""u8);
}
