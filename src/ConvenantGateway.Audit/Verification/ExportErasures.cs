using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>
/// What an export says of erased values, against its own tombstones: values may be missing only if a later erasure record of the export, under the same rule, names the index in the values that its leaf
/// commits to. Not thread safe.
/// </summary>
internal sealed class ExportErasures
{
    private readonly List<(long Index, ErasureMark? Mark)> _missing = [];
    private readonly Dictionary<long, (ImmutableArray<string> Rules, string Records)> _tombstones = [];

    /// <summary>A record without values.</summary>
    public void Missing(long index, JsonElement record)
    {
        ErasureMark? mark = record.TryGetProperty("erased"u8, out var erased)
            ? new ErasureMark(erased.GetProperty("tombstone"u8).GetInt64(), erased.GetProperty("rule"u8).GetString()!)
            : null;
        _missing.Add((index, mark));
    }

    /// <summary>A record whose values were compared with its leaf.</summary>
    public void Present(long index, ExchangeRecord record, JsonElement values)
    {
        if (record.Type != RecordType.Erasure)
        {
            return;
        }

        foreach (var value in values.EnumerateArray())
        {
            if (value.GetProperty("field"u8).GetString() == Tombstone.RecordsField)
            {
                _tombstones[index] = (record.Rules, value.GetProperty("value"u8).GetString()!);
            }
        }
    }

    /// <summary>Judges, when all records were read.</summary>
    /// <returns>One line per erased record.</returns>
    public ImmutableArray<string> Judge(LogVerifier verifier)
    {
        var erased = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, mark) in _missing)
        {
            if (mark is null)
            {
                verifier.Found($"record {index}: its values are missing and no tombstone says why");
            }
            else if (mark.Tombstone <= index || !_tombstones.TryGetValue(mark.Tombstone, out var tombstone) || !tombstone.Rules.Contains(mark.Rule) || !Names(tombstone.Records, index))
            {
                verifier.Found($"record {index}: its values are missing and record {mark.Tombstone} is no tombstone for it under `{mark.Rule}`");
            }
            else
            {
                erased.Add(string.Create(CultureInfo.InvariantCulture, $"record {index}: present, content erased under `{mark.Rule}` (tombstone: record {mark.Tombstone})"));
            }
        }

        return erased.ToImmutable();
    }

    private static bool Names(string records, long index)
    {
        try
        {
            return IndexRanges.Contains(records, index);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }
}
