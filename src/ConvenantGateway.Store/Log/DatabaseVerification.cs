using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Verifies a database: every leaf, its columns and views, every tile and checkpoint, against what is computed from the leaves' bytes. Personal values need not be readable.
/// </summary>
internal static class DatabaseVerification
{
    /// <summary>Runs on one snapshot.</summary>
    public static LogVerification Run(Database database, VerifierKey key, CancellationToken cancellation)
    {
        var verifier = new LogVerifier(key);
        var rows = database.Scan("SELECT idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency FROM leaf ORDER BY idx");
        var views = new ViewVerification(database);
        var checkpoints = database.Scan("SELECT size, note FROM checkpoint ORDER BY size");
        var more = checkpoints.Step();
        long tiles = 0;
        Checkpoints();
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var (index, bytes) = (rows.Long(0), rows.Bytes(2));
            foreach (var tile in verifier.AddRecord(index, bytes, rows.Span(1)))
            {
                Tile(tile);
            }

            Columns(verifier, index, bytes, rows, views);
            Checkpoints();
        }

        views.End(verifier);
        End();
        return verifier.Result();

        void Checkpoints()
        {
            for (; more && checkpoints.Long(0) <= verifier.Size; more = checkpoints.Step())
            {
                verifier.CompareCheckpoint(checkpoints.Span(1));
            }
        }

        void Tile(HashTile tile)
        {
            tiles++;
            var stored = database.Prepare("SELECT hashes, root FROM tile WHERE level = ?1 AND idx = ?2").Bind(1, tile.Level).Bind(2, tile.Index);
            var found = stored.Step();
            verifier.CompareTile(tile, found ? stored.Span(0) : [], found ? stored.Span(1) : []);
            stored.Reset();
        }

        void End()
        {
            if (more)
            {
                verifier.Found($"record {verifier.Size}: is missing; a checkpoint of size {checkpoints.Long(0)} is signed");
                checkpoints.Reset();
            }

            var last = database.Prepare("SELECT (SELECT max(size) FROM checkpoint), (SELECT count(*) FROM tile)");
            _ = last.Step();
            if (last.IsNull(0) || last.Long(0) < verifier.Size)
            {
                verifier.Found($"record {(last.IsNull(0) ? 0 : last.Long(0))}: no checkpoint covers it");
            }

            if (last.Long(1) != tiles)
            {
                verifier.Found($"tiles: {last.Long(1)} are stored and the tree has {tiles}");
            }

            last.Reset();
        }
    }

    private static void Columns(LogVerifier verifier, long index, byte[] bytes, Statement row, ViewVerification views)
    {
        RecordLeaf leaf;
        try
        {
            leaf = LeafReader.Parse(bytes);
        }
        catch (InvalidDataException)
        {
            verifier.Found($"record {index}: is not a leaf of version 1");
            views.Skip(index);
            return;
        }

        var record = leaf.Record;
        if (row.Long(3) != record.Time.ToUnixTimeMilliseconds() || !row.Span(4).SequenceEqual(record.Transaction.ToByteArray(bigEndian: true))
            || row.Long(5) != (long)record.Type || row.Text(6) != record.Caller || row.Text(7) != record.Counterparty || row.Text(8) != record.Purpose
            || row.Text(9) != record.Outcome || row.Text(10) != LeafWriter.Rules(record) || row.Long(11) != (record.Emergency ? 1 : 0))
        {
            verifier.Found($"record {index}: its search columns do not repeat the leaf");
        }

        views.Compare(verifier, index, leaf);
    }
}
