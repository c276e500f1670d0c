using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Compares the search columns and the views of a leaf with its bytes: by a scan that allocates nothing where the bytes are written as we write them, else by the strict reader. Row: idx, hash, bytes, time, tx,
/// type, caller, counterparty, purpose, outcome, rules, emergency.
/// </summary>
internal static class LeafVerification
{
    // A leaf with more is read by the strict reader.
    private const int ScannedViews = 8;

    /// <summary>Compares one leaf.</summary>
    public static void Compare(LogVerifier verifier, long index, ReadOnlySpan<byte> bytes, Statement row, ViewVerification views)
    {
        Span<LeafScanView> room = stackalloc LeafScanView[ScannedViews];
        if (LeafScan.TryRead(bytes, room, out var scan))
        {
            Columns(verifier, index, Repeats(row, scan));
            views.Compare(verifier, index, scan);
            return;
        }

        RecordLeaf leaf;
        try
        {
            leaf = LeafReader.Parse(bytes.ToArray());
        }
        catch (InvalidDataException)
        {
            verifier.Found($"record {index}: is not a leaf of version 1");
            views.Skip(index);
            return;
        }

        Columns(verifier, index, Repeats(row, leaf.Record));
        views.Compare(verifier, index, leaf);
    }

    private static void Columns(LogVerifier verifier, long index, bool repeats)
    {
        if (!repeats)
        {
            verifier.Found($"record {index}: its search columns do not repeat the leaf");
        }
    }

    private static bool Repeats(Statement row, in LeafScan scan)
    {
        Span<byte> transaction = stackalloc byte[16];
        scan.Transaction.TryWriteBytes(transaction, bigEndian: true, out _);
        return row.Long(3) == scan.UnixMilliseconds && row.Span(4).SequenceEqual(transaction) && row.Long(5) == (long)scan.Type && row.Utf8(6).SequenceEqual(scan.Caller)
            && row.Utf8(7).SequenceEqual(scan.Counterparty) && row.Utf8(8).SequenceEqual(scan.Purpose) && row.Utf8(9).SequenceEqual(scan.Outcome) && Repeats(row.Utf8(10), scan.Rules)
            && row.Long(11) == (scan.Emergency ? 1 : 0);
    }

    // The column ` R-01 R-02 ` against the leaf's `"R-01","R-02"`.
    private static bool Repeats(ReadOnlySpan<byte> column, ReadOnlySpan<byte> rules)
    {
        while (!rules.IsEmpty)
        {
            var end = rules[1..].IndexOf((byte)'"');
            if (column.Length < end + 1 || column[0] != ' ' || !column.Slice(1, end).SequenceEqual(rules.Slice(1, end)))
            {
                return false;
            }

            column = column[(end + 1)..];
            rules = rules[(end + 2)..];
            rules = rules.IsEmpty ? rules : rules[1..];
            if (rules.IsEmpty)
            {
                return column.SequenceEqual(" "u8);
            }
        }

        return column.IsEmpty;
    }

    private static bool Repeats(Statement row, ExchangeRecord record) =>
        row.Long(3) == record.Time.ToUnixTimeMilliseconds() && row.Span(4).SequenceEqual(record.Transaction.ToByteArray(bigEndian: true))
        && row.Long(5) == (long)record.Type && row.Text(6) == record.Caller && row.Text(7) == record.Counterparty && row.Text(8) == record.Purpose
        && row.Text(9) == record.Outcome && row.Text(10) == LeafWriter.Rules(record) && row.Long(11) == (record.Emergency ? 1 : 0);
}
