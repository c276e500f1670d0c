using ConvenantGateway.Audit;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// Copies a node on PostgreSQL by <c>pg_dump</c>. No key is destroyed from the moment that the log is seen until the keys are copied (<see cref="CopyLock"/>): the copied keys are those of the copied log,
/// and of what came after it. The log, which takes long, is dumped last, as it was at that moment. Tombstones that came meanwhile are in <c>erasures.jsonl</c>.
/// </summary>
internal sealed class PostgresBackup : BackupSource
{
    /// <summary>The dumps, log first.</summary>
    public static readonly string[] Dumps = ["convenant.dump", "keys.dump"];

    private readonly PostgresPlace _place;
    private readonly string? _state;
    private readonly PostgresTool _log;
    private readonly PostgresTool _keys;

    /// <summary>The source in a place; its programs are looked for.</summary>
    /// <exception cref="BackupFailedException">One is missing or too old.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public PostgresBackup(PostgresPlace place, BackupOrder order)
    {
        (_place, _state) = (place, order.State);
        try
        {
            _log = place.Tool("pg_dump", order.Programs, onKeys: false);
            _keys = place.Tool("pg_dump", order.Programs, onKeys: true);
        }
        catch (NpgsqlException e)
        {
            throw PostgresPlace.Unusable(place.Name, e);
        }
    }

    /// <inheritdoc/>
    public override (long Size, string Root, NoteSigner Signer) CopyTo(string folder, TimeProvider time)
    {
        using var log = _place.OpenReading();
        using var keys = KeyRing.OpenReading(_place.OpenKeysReading(), time);
        using var copying = CopyLock.Share(_place.OpenKeysReading());
        using var copyingLog = CopyLock.Share(_place.OpenReading());

        // The snapshot lives as long as this transaction, which does nothing while it is dumped.
        log.Run("SET idle_in_transaction_session_timeout = 0");
        var found = log.InOneSnapshot(() =>
        {
            var snapshot = Snapshot(log);
            var looked = Look(log, keys);
            Dump(_keys, Path.Combine(folder, Dumps[1]));
            copying.End();
            LogKeysFile.Write(log, folder);
            Dump(_log, Path.Combine(folder, Dumps[0]), $"--snapshot={snapshot}");
            copyingLog.End();
            return looked;
        });
        CopyErasures(Path.Combine(folder, ErasuresFile.Name), folder, found.Signer.VerifierKey.Name);
        return found;
    }

    private static string Snapshot(Database log)
    {
        var row = log.Prepare("SELECT pg_export_snapshot()");
        _ = row.Step();
        var name = row.Text(0);
        row.Reset();
        return name;
    }

    private static void Dump(PostgresTool tool, string path, params IEnumerable<string> more)
    {
        OwnFiles.Make(path);
        _ = tool.Run([
            "--format=custom", "--no-owner", "--no-privileges", "--no-tablespaces", "--no-publications", "--no-subscriptions", "--no-security-labels", "--lock-wait-timeout=30000", "--no-password",
            $"--file={path}", .. more]);
    }

    // The log is asked too: it knows every tombstone, whatever folder was named, and had each before its key went.
    private void CopyErasures(string path, string folder, string origin)
    {
        if (_state is not null && File.Exists(Path.Combine(_state, ErasuresFile.Name)))
        {
            OwnFiles.Copy(Path.Combine(_state, ErasuresFile.Name), path);
        }

        var file = new ErasuresFile(folder);
        var known = file.Transactions();
        using var log = _place.OpenReading();
        foreach (var (index, tombstone) in ErasureTable.From(log, 0).Where(t => !known.Contains(t.Tombstone.Transaction)))
        {
            file.Append(origin, index, tombstone);
        }
    }
}
