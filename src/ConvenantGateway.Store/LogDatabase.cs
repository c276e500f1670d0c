using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>A log's database opened for reading only, by the command line: the gateway may be running, or the file may be a copy. Not thread safe.</summary>
public sealed class LogDatabase : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Database _database;

    private LogDatabase(Database database, string ownKey)
    {
        _database = database;
        OwnKey = ownKey;
    }

    /// <summary>The verifier key that the database names itself. Proves nothing against who can write the database: compare it with one from elsewhere.</summary>
    public string OwnKey { get; }

    /// <summary>Opens a database.</summary>
    /// <param name="path">The path of <c>convenant.db</c> or a copy.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a database of this gateway.</exception>
    public static LogDatabase Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"there is no database `{path}`", path);
        }

        Database? database = null;
        try
        {
            database = Database.OpenReading(path);
            var row = database.Prepare("SELECT verifier_key FROM log_identity");
            var key = row.Step() ? row.Text(0) : throw new InvalidDataException($"`{path}` holds no log");
            row.Reset();
            return new LogDatabase(database, key);
        }
        catch (SqliteException e)
        {
            database?.Dispose();
            throw new InvalidDataException($"`{path}` is not a database of this gateway", e);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Recomputes everything.</summary>
    /// <param name="key">The key to trust.</param>
    /// <param name="cancellation">Stops it.</param>
    public LogVerification Verify(VerifierKey key, CancellationToken cancellation)
    {
        try
        {
            return SqliteLogReading.InOneSnapshot(_database, () => DatabaseVerification.Run(_database, SqliteLogReading.Trusting(_database, key), cancellation));
        }
        catch (SqliteException e) when ((e.SqliteErrorCode & 0xFF) is Corrupt or NotADatabase)
        {
            return new LogVerification(false, 0, "", ["the database file is damaged: its pages are not those of a database"]);
        }
    }

    /// <summary>Writes the export of a viewer (design.md section 7).</summary>
    /// <param name="output">Where; left open.</param>
    /// <param name="keysPath">The path of <c>keys.db</c>: to unseal the values and to sign.</param>
    /// <param name="viewer">Whose.</param>
    /// <param name="policies">Policy files by path.</param>
    /// <param name="time">The clock.</param>
    /// <returns>How many records are in it.</returns>
    /// <exception cref="InvalidDataException">The keys are not this log's.</exception>
    public int Export(Stream output, string keysPath, string viewer, IReadOnlyDictionary<string, byte[]> policies, TimeProvider time)
    {
        if (!File.Exists(keysPath))
        {
            throw new FileNotFoundException($"there is no key file `{keysPath}`", keysPath);
        }

        using var keys = KeyRing.OpenReading(keysPath, time);
        var origin = VerifierKey.TryParse(OwnKey, out var own) ? own.Name : throw new InvalidDataException("the database names no verifier key");
        var seed = keys.FindLogSeed(origin, LogKeyTable.Read(_database)[^1].Seq) ?? throw new InvalidDataException($"`{keysPath}` has no key of `{origin}`");
        var signer = new NoteSigner(origin, seed);
        var sealer = new ViewSealer(keys);
        var count = 0;
        return SqliteLogReading.InOneSnapshot(_database, () =>
        {
            var (size, note) = SqliteLogReading.Newest(_database);
            var content = new ExportContent
            {
                Viewer = viewer,
                Made = time.GetUtcNow(),
                Checkpoint = note,
                LeafHashes = Hashes(size),
                Records = Records(sealer, viewer, () => count++),
                Policies = policies,
            };
            ExportWriter.Write(output, content, signer);
            return count;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private IEnumerable<ReadOnlyMemory<byte>> Hashes(long size)
    {
        var rows = _database.Prepare("SELECT hash FROM leaf WHERE idx < ?1 ORDER BY idx").Bind(1, size);
        while (rows.Step())
        {
            yield return rows.Bytes(0);
        }
    }

    private IEnumerable<ExportedRecord> Records(ViewSealer sealer, string viewer, Action counted)
    {
        var rows = _database.Prepare("SELECT l.idx, l.bytes, v.sealed FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1 ORDER BY v.idx").Bind(1, viewer);
        while (rows.Step())
        {
            counted();
            var (opened, erased) = ViewOpening.Open(_database, sealer, rows.Long(0), viewer, rows.Bytes(2));
            yield return new ExportedRecord(rows.Long(0), rows.Bytes(1), opened) { Erased = erased };
        }
    }
}
