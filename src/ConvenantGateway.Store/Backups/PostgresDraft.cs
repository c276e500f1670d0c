using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// Restores a node on PostgreSQL: the place is marked before the first row and until everything is done (<see cref="RestoreMark"/>); <c>pg_restore</c> fills each database in one transaction; the node's own
/// folder gets its name before the mark goes.
/// </summary>
internal sealed class PostgresDraft : RestoreDraft
{
    private readonly DraftFolder _folder;
    private readonly PostgresTool[] _tools;
    private readonly PostgresDatabase _log;
    private readonly PostgresDatabase _keys;

    private PostgresDraft(DraftFolder folder, PostgresPlace place, PostgresTool[] tools, PostgresDatabase log, PostgresDatabase keys)
    {
        (_folder, Place, _tools) = (folder, place, tools);
        (_log, _keys) = (log, keys);
    }

    /// <inheritdoc/>
    public override StorePlace Place { get; }

    /// <inheritdoc/>
    public override string State => _folder.Path;

    /// <summary>Begins in the databases that the order names; those that are not there are made, if the role may.</summary>
    /// <exception cref="BackupRefusedException">A database or the folder holds something.</exception>
    /// <exception cref="BackupFailedException">The program is missing or too old.</exception>
    /// <exception cref="LogInUseException">Another process restores into them.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public static new PostgresDraft Begin(RestoreOrder order)
    {
        var place = PostgresPlace.Parse(order.To).AsDraft();
        var folder = DraftFolder.Begin(order.State ?? throw new BackupRefusedException("a node on PostgreSQL has a folder of its own: name one that is not there yet"));
        PostgresDatabase? log = null, keys = null;
        try
        {
            log = place.OpenToRestore(keys: false);
            keys = place.OpenToRestore(keys: true);
            PostgresTool[] tools = [place.Tool("pg_restore", order.Programs, onKeys: false), place.Tool("pg_restore", order.Programs, onKeys: true)];
            RestoreMark.TakeLock(log, place.Name);
            RestoreMark.Lay(log, keys, place.Name);
            var begun = new PostgresDraft(folder, place, tools, log, keys);
            (log, keys) = (null, null);
            return begun;
        }
        catch (NpgsqlException e)
        {
            throw PostgresPlace.Unusable(place.Name, e);
        }
        finally
        {
            log?.Dispose();
            keys?.Dispose();
        }
    }

    /// <inheritdoc/>
    public override void Fill(RestoreOrder order, BackupManifest manifest)
    {
        foreach (var (tool, dump) in _tools.Zip(PostgresBackup.Dumps))
        {
            // Without a name it takes the one of its environment, like everything else.
            _ = tool.Run("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-tablespaces", "--no-password", "--dbname=", Path.Combine(order.From, dump));
        }

        if (manifest.Files.ContainsKey(ErasuresFile.Name))
        {
            OwnFiles.Copy(Path.Combine(order.From, ErasuresFile.Name), Path.Combine(State, ErasuresFile.Name));
        }
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        _folder.Finish();
        RestoreMark.Lift(_log);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _keys.Dispose();
        _log.Dispose();
        base.Dispose(disposing);
    }
}
