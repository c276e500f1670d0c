using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// The database of keys: random 32-byte keys, made at first use and synced to disk before they are handed out. Thread safe: making is behind a lock, handing out is not. A connection that was lost is made
/// anew at the next use.
/// </summary>
internal sealed partial class KeyRing : IRecordKeys, IRegionKeys, IDisposable
{
    private const int MaxCached = 100_000;
    private const string Log = "log";

    private readonly ConcurrentDictionary<KeyName, byte[]> _cache = new();
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private Database _database;

    private KeyRing(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Opens or makes the database.</summary>
    public static KeyRing Open(StorePlace place, TimeProvider time)
    {
        var database = place.OpenKeys();
        try
        {
            Migrator.Migrate(database, $"{place.Migrations}Keys", time.GetUtcNow());
            return new KeyRing(database, time);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Keys of a database that was opened for reading: those that do not exist are not made.</summary>
    public static KeyRing OpenReading(Database database, TimeProvider time) => new(database, time);

    /// <summary>A signing key of the log; made at first use.</summary>
    /// <param name="origin">The origin that its checkpoints carry.</param>
    /// <param name="seq">Its number in <c>log_key</c>.</param>
    public byte[] LogSeed(string origin, long seq = 1) => Obtain(Signing(origin, seq));

    /// <summary>The same key; null if it was never made.</summary>
    public byte[]? FindLogSeed(string origin, long seq = 1) => Find(Signing(origin, seq));

    /// <summary>The key that wraps the keys of a register's content.</summary>
    public byte[] RegisterKey(string register) => Obtain(new KeyName("register", register, ""));

    /// <summary>The key of a register's blind columns.</summary>
    public byte[] RegisterSearchKey(string register) => Obtain(new KeyName("register-search", register, ""));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> HandleKey(string region) => Obtain(new KeyName("region", region, ""));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SearchKey(string viewer) => Obtain(new KeyName("viewer-search", viewer, ""));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) => Obtain(Sealing(viewer, person, retention));

    /// <summary>A region's key; null if it was never made.</summary>
    public byte[]? FindHandleKey(string region) => Find(new KeyName("region", region, ""));

    /// <summary>A viewer's search key; null if it was never made.</summary>
    public byte[]? FindSearchKey(string viewer) => Find(new KeyName("viewer-search", viewer, ""));

    /// <inheritdoc/>
    public byte[]? FindSealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) => Find(Sealing(viewer, person, retention));

    /// <summary>Makes keys that were deleted unreadable, as far as the engine can.</summary>
    /// <exception cref="LogStoreException">It failed.</exception>
    public void Scrub()
    {
        lock (_gate)
        {
            _ = Guarded(() =>
            {
                Connected().Scrub("key");
                return true;
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static KeyName Signing(string origin, long seq) => new(Log, origin, seq == 1 ? "" : seq.ToString(CultureInfo.InvariantCulture));

    private static KeyName Sealing(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) =>
        new(retention switch { RetentionClass.Log => "record-log", RetentionClass.Dossier => "record-dossier", _ => throw new ArgumentOutOfRangeException(nameof(retention)) }, viewer, Convert.ToHexStringLower(person));

    private byte[] Obtain(KeyName name)
    {
        if (_cache.TryGetValue(name, out var known))
        {
            return known;
        }

        lock (_gate)
        {
            return Guarded(() => Read(name) ?? Make(name));
        }
    }

    private byte[]? Find(KeyName name)
    {
        if (_cache.TryGetValue(name, out var known))
        {
            return known;
        }

        lock (_gate)
        {
            return Guarded(() => Read(name));
        }
    }

    private byte[]? Read(KeyName name)
    {
        var row = Connected().Prepare("SELECT secret FROM key WHERE kind = ?1 AND owner = ?2 AND name = ?3")
            .Bind(1, name.Kind).Bind(2, name.Owner).Bind(3, Encoding.ASCII.GetBytes(name.Name));
        if (!row.Step())
        {
            return null;
        }

        var secret = row.Bytes(0);
        row.Reset();
        return Remember(name, secret);
    }

    private byte[] Make(KeyName name)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        try
        {
            // One statement outside a transaction: synced to disk when it returns.
            Connected().Prepare("INSERT INTO key (kind, owner, name, secret, made) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, name.Kind).Bind(2, name.Owner).Bind(3, Encoding.ASCII.GetBytes(name.Name)).Bind(4, secret).Bind(5, _time.GetUtcNow().ToUnixTimeMilliseconds())
                .Run();
        }
        catch (DbException e) when (StoreFaults.IsConstraint(e) && Read(name) is { } made)
        {
            // Written by a statement whose answer was lost.
            return made;
        }

        return Remember(name, secret);
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            try
            {
                return work();
            }
            catch (DbException) when (_database.IsBroken)
            {
                // A connection that was lost while it lay idle is found out by using it; both statements may be repeated.
                return work();
            }
        }
        catch (DbException e)
        {
            throw StoreFaults.Translate(e);
        }
        catch (StoreUnusableException e)
        {
            throw new LogStoreException("the server may not be written to as it is now", isPermanent: false, e);
        }
    }

    private Database Connected()
    {
        if (_database.IsBroken)
        {
            var lost = _database;
            _database = lost.Reopen();
            lost.Dispose();
        }

        return _database;
    }

    private byte[] Remember(KeyName name, byte[] secret)
    {
        if (name.Kind == Log)
        {
            // A signer has it in guarded memory; a second copy that stays would make that worthless.
            return secret;
        }

        if (_cache.Count >= MaxCached)
        {
            _cache.Clear();
        }

        _cache[name] = secret;
        return secret;
    }
}
