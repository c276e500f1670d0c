using System.Data.Common;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>A log's database opened for reading only, by the command line: the gateway may be running, or the database may be a copy. Not thread safe.</summary>
public sealed partial class LogDatabase : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Database _database;
    private readonly StorePlace? _place;

    private LogDatabase(Database database, string name, StorePlace? place, string ownKey)
    {
        _database = database;
        Name = name;
        _place = place;
        OwnKey = ownKey;
    }

    /// <summary>The verifier key that the database names itself. Proves nothing against who can write the database: compare it with one from elsewhere.</summary>
    public string OwnKey { get; }

    /// <summary>What the database is called in messages: its file, or host and database without a password.</summary>
    public string Name { get; }

    /// <summary>True for a text that names a database of a server, not a file.</summary>
    public static bool IsServer(string database) => PostgresPlace.IsMeantBy(database);

    /// <summary>Opens a database.</summary>
    /// <param name="database">The path of <c>convenant.db</c> or a copy, or a connection string of PostgreSQL.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    /// <exception cref="InvalidDataException">It is not a database of this gateway.</exception>
    public static LogDatabase Open(string database)
    {
        var (opened, name, place) = ReadingDatabase.Open(database);
        return Open(opened, name, place);
    }

    /// <summary>Opens a place that is being restored.</summary>
    internal static LogDatabase Open(StorePlace place) => Open(place.OpenReading(), place.Name, place);

    private static LogDatabase Open(Database opened, string name, StorePlace? place)
    {
        try
        {
            var row = opened.Prepare("SELECT verifier_key FROM log_identity");
            var key = row.Step() ? row.Text(0) : throw new InvalidDataException($"`{name}` holds no log");
            row.Reset();
            return new LogDatabase(opened, name, place, key);
        }
        catch (DbException e)
        {
            opened.Dispose();
            throw new InvalidDataException($"`{name}` is not a database of this gateway", e);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Throws for the folder of another log's node, where the log is on a server.</summary>
    /// <param name="state">The folder; one that no node has claimed yet passes.</param>
    /// <exception cref="StoreUnusableException">It is another log's.</exception>
    public void DemandFolder(string state)
    {
        try
        {
            NodeFolder.Demand(state, _database);
        }
        catch (DbException e)
        {
            throw new StoreUnusableException($"`{Name}` has no table of its keys: a node of an older build made it", e);
        }
    }

    /// <summary>Recomputes everything.</summary>
    /// <param name="key">The key to trust.</param>
    /// <param name="cancellation">Stops it.</param>
    public LogVerification Verify(VerifierKey key, CancellationToken cancellation) => Verify([key], cancellation);

    /// <summary>Recomputes everything.</summary>
    /// <param name="keys">The keys to trust, each from elsewhere than the database; at least one. A key that one of them handed over to, signed by both, counts too.</param>
    /// <param name="cancellation">Stops it.</param>
    public LogVerification Verify(IReadOnlyList<VerifierKey> keys, CancellationToken cancellation)
    {
        try
        {
            return _database.InOneSnapshot(() => DatabaseVerification.Run(_database, Trusting(keys), cancellation));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted)
        {
            return new LogVerification(false, 0, "", ["the database is damaged: its pages are not those of a database"]);
        }
        catch (SqliteException e) when ((e.SqliteErrorCode & 0xFF) is Corrupt or NotADatabase)
        {
            return new LogVerification(false, 0, "", ["the database file is damaged: its pages are not those of a database"]);
        }
    }

    /// <summary>Writes the export of a viewer (design.md section 7).</summary>
    /// <param name="output">Where; left open.</param>
    /// <param name="keysPath">The path of <c>keys.db</c>: to unseal the values and to sign. Not looked at where the database is on PostgreSQL: its keys stand in the database beside it.</param>
    /// <param name="viewer">Whose.</param>
    /// <param name="policies">Policy files by path.</param>
    /// <param name="time">The clock.</param>
    /// <returns>How many records are in it, and the size of the log that it proves them in.</returns>
    /// <exception cref="FileNotFoundException">There is no key file.</exception>
    /// <exception cref="StoreUnusableException">The keys on PostgreSQL cannot be reached.</exception>
    /// <exception cref="InvalidDataException">The keys are not this log's.</exception>
    public (int Records, long Size) Export(Stream output, string keysPath, string viewer, IReadOnlyDictionary<string, byte[]> policies, TimeProvider time)
    {
        using var keys = KeyRing.OpenReading(ReadingDatabase.OpenKeys(_place, keysPath), time);
        var origin = VerifierKey.TryParse(OwnKey, out var own) ? own.Name : throw new InvalidDataException("the database names no verifier key");
        var signer = LogStart.Signer(_database, keys, origin, time);
        var sealer = new ViewSealer(keys);
        var count = 0;
        return _database.InOneSnapshot(() =>
        {
            var (size, note) = StoredLogReading.Newest(_database);
            var content = new ExportContent
            {
                Viewer = viewer,
                Made = time.GetUtcNow(),
                Checkpoint = note,
                LeafHashes = Hashes(size),
                Records = Records(sealer, viewer, () => count++),
                Keys = [.. LogKeyTable.Read(_database).Select(static r => r.Link)],
                Policies = policies,
            };
            ExportWriter.Write(output, content, signer);
            return (count, size);
        });
    }

    /// <summary>Opens the values beside the log, to read what a viewer sees. Dispose it before this.</summary>
    /// <param name="keysPath">The path of <c>keys.db</c>. Not looked at where the database is on PostgreSQL.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FileNotFoundException">There is no key file.</exception>
    /// <exception cref="StoreUnusableException">The keys on PostgreSQL cannot be reached.</exception>
    public LogViews OpenViews(string keysPath, TimeProvider time) => new(_database, ReadingDatabase.OpenKeys(_place, keysPath), time);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private LogKeys Trusting(IReadOnlyList<VerifierKey> keys) =>
        new([.. keys.SelectMany(k => StoredLogReading.Trusting(_database, k).Spans).DistinctBy(static s => s.Key.ToString())]);

    private IEnumerable<ReadOnlyMemory<byte>> Hashes(long size)
    {
        var rows = _database.Scan("SELECT hash FROM leaf WHERE idx < ?1 ORDER BY idx").Bind(1, size);
        while (rows.Step())
        {
            yield return rows.Bytes(0);
        }
    }

    private IEnumerable<ExportedRecord> Records(ViewSealer sealer, string viewer, Action counted)
    {
        var rows = _database.Scan("SELECT l.idx, l.bytes, v.sealed FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1 ORDER BY v.idx").Bind(1, viewer);
        while (rows.Step())
        {
            counted();
            var (opened, erased) = ViewOpening.Open(_database, sealer, rows.Long(0), viewer, rows.Bytes(2));
            yield return new ExportedRecord(rows.Long(0), rows.Bytes(1), opened) { Erased = erased };
        }
    }
}
