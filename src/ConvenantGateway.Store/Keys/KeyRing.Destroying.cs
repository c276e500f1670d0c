using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Destroys keys.</summary>
internal sealed partial class KeyRing
{
    /// <summary>Called before keys are destroyed: where a test makes it fail.</summary>
    internal Action? BeforeDestroying { get; set; }

    /// <summary>Tombstones below this index were carried out on this database.</summary>
    public long Settled()
    {
        lock (_gate)
        {
            return Guarded(() =>
            {
                var row = Connected().Prepare("SELECT idx FROM settled");
                var settled = row.Step() ? row.Long(0) : 0;
                row.Reset();
                return settled;
            });
        }
    }

    /// <summary>
    /// Destroys keys: deletes them in one transaction, makes the deleted bytes unreadable as far as the engine can, and only then notes how far this database has followed the tombstones. A key of the
    /// same person that was made later has another id and stays. Can be repeated.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="settled">The index after the tombstone.</param>
    /// <exception cref="LogStoreException">It cannot be known whether all are gone: it must be done again.</exception>
    public void Destroy(IReadOnlyCollection<ErasedKey> keys, long settled)
    {
        lock (_gate)
        {
            BeforeDestroying?.Invoke();
            _ = Guarded(() =>
            {
                Delete(Named(keys));
                Connected().Scrub("key");
                Connected().Prepare("INSERT INTO settled (one, idx) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET idx = ?1").Bind(1, settled).Run();
                return true;
            });
        }
    }

    /// <summary>
    /// Destroys a signing key of the log that signs no more: zeroes it, makes what was there unreadable as far as the engine can, and only then removes its row, so that a crash or a reader in between leaves a
    /// row to be tried again.
    /// </summary>
    /// <param name="origin">The origin that its checkpoints carry.</param>
    /// <param name="seq">Its number in <c>log_key</c>.</param>
    /// <returns>Null, or why it must be tried again.</returns>
    public string? DestroyLogSeed(string origin, long seq)
    {
        lock (_gate)
        {
            try
            {
                _ = Guarded(() => DestroySeed(Signing(origin, seq)));
                return null;
            }
            catch (LogStoreException e)
            {
                return e.Message;
            }
        }
    }

    /// <summary>For a log that goes on from an earlier size: what was carried out beyond it says nothing of the tombstones to come.</summary>
    public void ForgetSettled(long size)
    {
        lock (_gate)
        {
            _ = Guarded(() =>
            {
                Connected().Prepare("UPDATE settled SET idx = ?1 WHERE idx > ?1").Bind(1, size).Run();
                return true;
            });
        }
    }

    private bool DestroySeed(KeyName name)
    {
        if (Read(name) is not { } seed)
        {
            return true;
        }

        CryptographicOperations.ZeroMemory(seed);
        Run("UPDATE key SET secret = ?4 WHERE kind = ?1 AND owner = ?2 AND name = ?3", name, statement => statement.Bind(4, seed));
        Connected().Scrub("key");
        Run("DELETE FROM key WHERE kind = ?1 AND owner = ?2 AND name = ?3", name, static statement => statement);
        return true;
    }

    private void Run(string sql, KeyName name, Func<Statement, Statement> more) =>
        more(Connected().Prepare(sql).Bind(1, name.Kind).Bind(2, name.Owner).Bind(3, Encoding.ASCII.GetBytes(name.Name))).Run();

    private IEnumerable<KeyName> Named(IEnumerable<ErasedKey> keys)
    {
        foreach (var key in keys)
        {
            var name = Sealing(key.Viewer, key.Person.Span, key.Retention);
            if (Read(name) is { } secret && KeyId.Of(secret).AsSpan().SequenceEqual(key.KeyId.Span))
            {
                yield return name;
            }
        }
    }

    private void Delete(IEnumerable<KeyName> names)
    {
        var database = Connected();
        try
        {
            database.BeginDestroying();
            foreach (var name in names)
            {
                // Only forgotten, not overwritten in memory: a record that is being sealed under it is sealed again before it is written.
                _cache.TryRemove(name, out _);
                Run("DELETE FROM key WHERE kind = ?1 AND owner = ?2 AND name = ?3", name, static statement => statement);
            }

            database.Commit();
        }
        catch
        {
            database.RollBack();
            throw;
        }
    }
}
