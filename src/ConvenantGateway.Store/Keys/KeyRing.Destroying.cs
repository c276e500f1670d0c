using System.Text;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>Destroys keys.</summary>
internal sealed partial class KeyRing
{
    /// <summary>Called before keys are destroyed: where a test makes it fail.</summary>
    internal Action? BeforeDestroying { get; set; }

    /// <summary>Tombstones below this index were carried out on this file.</summary>
    public long Settled()
    {
        lock (_gate)
        {
            var row = _database.Prepare("SELECT idx FROM settled");
            var settled = row.Step() ? row.Long(0) : 0;
            row.Reset();
            return settled;
        }
    }

    /// <summary>
    /// Destroys keys and notes how far this file has followed the tombstones, in one transaction; then the bytes are overwritten and synced, in the write-ahead log too. A key of the same person that
    /// was made later has another id and stays. Can be repeated.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="settled">The index after the tombstone.</param>
    /// <exception cref="LogStoreException">It cannot be known whether all are gone: it must be done again.</exception>
    public void Destroy(IEnumerable<ErasedKey> keys, long settled)
    {
        lock (_gate)
        {
            try
            {
                BeforeDestroying?.Invoke();
                DestroyInOneTransaction(keys, settled);
                Overwrite(_database);
            }
            catch (SqliteException e)
            {
                throw StoreFaults.Translate(e);
            }
        }
    }

    /// <summary>For a log that goes on from an earlier size: what was carried out beyond it says nothing of the tombstones to come.</summary>
    public void ForgetSettled(long size)
    {
        lock (_gate)
        {
            _database.Prepare("UPDATE settled SET idx = ?1 WHERE idx > ?1").Bind(1, size).Run();
        }
    }

    private static void Overwrite(Database database)
    {
        // Deleted bytes are zeros in the page (`secure_delete`); a page reaches the file, and its former state leaves the log, by this.
        var row = database.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        var isBusy = !row.Step() || row.Long(0) != 0;
        row.Reset();
        if (isBusy)
        {
            throw new LogStoreException("another process reads `keys.db`: destroyed keys could not be overwritten", isPermanent: true, null);
        }
    }

    private void DestroyInOneTransaction(IEnumerable<ErasedKey> keys, long settled)
    {
        _database.Run("BEGIN IMMEDIATE");
        try
        {
            foreach (var key in keys)
            {
                var name = Sealing(key.Viewer, key.Person.Span, key.Retention);
                if (Read(name) is not { } secret || !KeyId.Of(secret).AsSpan().SequenceEqual(key.KeyId.Span))
                {
                    continue;
                }

                // Only forgotten, not overwritten in memory: a record that is being sealed under it is sealed again before it is written.
                _cache.TryRemove(name, out _);
                _database.Prepare("DELETE FROM key WHERE kind = ?1 AND owner = ?2 AND name = ?3")
                    .Bind(1, name.Kind).Bind(2, name.Owner).Bind(3, Encoding.ASCII.GetBytes(name.Name)).Run();
            }

            _database.Prepare("INSERT INTO settled (one, idx) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET idx = ?1").Bind(1, settled).Run();
            _database.Run("COMMIT");
        }
        catch
        {
            if (!_database.IsAutoCommit)
            {
                _database.Run("ROLLBACK");
            }

            throw;
        }
    }
}
