using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// Verifies a database: every leaf, its columns and views, every tile and checkpoint, against what is computed from the leaves' bytes. Personal values need not be readable.
/// </summary>
internal static class DatabaseVerification
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Runs on the newest stretch, in one snapshot. Damage of the file is a finding too.</summary>
    public static LogVerification Run(Database database, VerifierKey trusted, LogStretch stretch, CancellationToken cancellation)
    {
        try
        {
            var last = database.Prepare("SELECT max(idx) FROM leaf");
            var size = last.Step() && !last.IsNull(0) ? last.Long(0) + 1 : 0;
            last.Reset();
            return Run(database, StoredLogReading.Trusting(database, trusted), cancellation, stretch.First(size));
        }
        catch (InvalidDataException e)
        {
            return Damaged(e.Message);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted)
        {
            return Damaged("the database is damaged: its pages are not those of a database");
        }
        catch (SqliteException e) when ((e.SqliteErrorCode & 0xFF) is Corrupt or NotADatabase)
        {
            return Damaged("the database file is damaged: its pages are not those of a database");
        }

        static LogVerification Damaged(string finding) => new(false, 0, "", [finding]);
    }

    /// <summary>Runs on one snapshot.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys to trust.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="first">The first record; what is before it is taken from the tiles, and proved by the checkpoints behind it.</param>
    public static LogVerification Run(Database database, LogKeys keys, CancellationToken cancellation, long first = 0)
    {
        var verifier = new LogVerifier(keys, first == 0 ? null : TreeState.Restore(first, new StoredTreeHashes(database)));
        var rows = database.Scan("SELECT idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency FROM leaf WHERE idx >= ?1 ORDER BY idx").Bind(1, first);
        var views = new ViewVerification(database, first);
        var checkpoints = database.Scan("SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size").Bind(1, first);
        var more = checkpoints.Step();
        Checkpoints();
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var index = rows.Long(0);
            var leaf = rows.Span(2);
            foreach (var tile in verifier.AddRecord(index, leaf, rows.Span(1)))
            {
                Tile(tile);
            }

            LeafVerification.Compare(verifier, index, leaf, rows, views);
            Checkpoints();
        }

        views.End(verifier);
        ErasureTable.Verify(database, verifier, first);
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

            var tiles = 0L;
            for (var full = verifier.Size / HashTile.Width; full > 0; full /= HashTile.Width)
            {
                tiles += full;
            }

            if (last.Long(1) != tiles)
            {
                verifier.Found($"tiles: {last.Long(1)} are stored and the tree has {tiles}");
            }

            last.Reset();
        }
    }
}
