using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>Reads leaves back. Strict: any field that v1 does not have, or any other version, is an error. Pure; thread safe.</summary>
public static class LeafReader
{
    /// <summary>Parses the stored bytes of a leaf.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a leaf of version 1.</exception>
    public static RecordLeaf Parse(ReadOnlyMemory<byte> leaf)
    {
        try
        {
            using var document = JsonDocument.Parse(leaf);
            return Parse(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new InvalidDataException("the bytes are not a leaf of version 1", e);
        }
    }

    private static RecordLeaf Parse(JsonElement root)
    {
        if (root.GetProperty("version"u8).GetInt32() != LeafFormat.Version)
        {
            throw new InvalidDataException("the leaf has another version than 1");
        }

        var views = ImmutableArray<LeafView>.Empty;
        var record = new ExchangeRecord
        {
            Type = RecordType.None,
            Transaction = root.GetProperty("transaction"u8).GetGuid(),
            Time = DateTimeOffset.ParseExact(
                root.GetProperty("time"u8).GetString()!, LeafFormat.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Caller = "",
            Outcome = "",
            BodyDigest = "",
        };
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value;
            record = property.Name switch
            {
                "version" or "transaction" or "time" => record,
                "type" => record with { Type = RecordTypeNames.Parse(value.GetString()) },
                "caller" => record with { Caller = value.GetString()! },
                "counterparty" => record with { Counterparty = value.GetString()! },
                "purpose" => record with { Purpose = value.GetString()! },
                "ground" => record with { Ground = value.GetString()! },
                "by" => record with { By = value.GetString()! },
                "outcome" => record with { Outcome = value.GetString()! },
                "code" => record with { Code = value.GetString()! },
                "status" => record with { Status = value.GetInt32() },
                "rules" => record with { Rules = [.. value.EnumerateArray().Select(static r => r.GetString()!)] },
                "profile" => record with { Profile = value.GetString()! },
                "law-date" => record with { LawDate = value.GetString()! },
                "covenant" => record with { Covenant = value.GetString()! },
                "policy-digest" => record with { PolicyDigest = value.GetString()! },
                "body-digest" => record with { BodyDigest = value.GetString()! },
                "trace" => record with { Trace = value.GetString()! },
                "emergency" => record with { Emergency = value.GetBoolean() },
                "count" => record with { Count = value.GetInt32() },
                "views" => record,
                _ => throw new InvalidDataException("the leaf has a field that version 1 does not know"),
            };
        }

        if (root.TryGetProperty("views"u8, out var list))
        {
            views = [.. list.EnumerateArray().Select(ParseView)];
        }

        return record.Type == RecordType.None ? throw new InvalidDataException("the leaf has no known type") : new RecordLeaf(record, views);
    }

    private static LeafView ParseView(JsonElement view) => new(
        view.GetProperty("viewer"u8).GetString()!,
        view.GetProperty("ciphertext"u8).GetString()!,
        [.. view.GetProperty("commitments"u8).EnumerateArray().Select(static c => new LeafCommitment(c.GetProperty("field"u8).GetString()!, c.GetProperty("sha256"u8).GetString()!))]);
}
