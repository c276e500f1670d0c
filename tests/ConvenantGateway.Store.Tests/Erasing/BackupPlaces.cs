using System.Globalization;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Store.Tests.Erasing;

/// <summary>Where a test backs a store up to and restores it into; removed afterwards.</summary>
internal sealed class BackupPlaces : IDisposable
{
    private readonly TemporaryStore _store;
    private readonly PostgresCluster? _cluster;
    private readonly List<string> _databases = [];

    public BackupPlaces(TemporaryStore store)
    {
        _store = store;
        _cluster = store.Engine == StoreEngine.Postgres ? PostgresCluster.Shared : null;
        (Restored, RestoredState) = Another("restored");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("convenant-backup-").FullName;

    public string Backup => Path.Combine(Folder, "backup");

    /// <summary>What <c>--database</c> takes of the restored node.</summary>
    public string Restored { get; }

    /// <summary>Its own folder; that of the databases on SQLite.</summary>
    public string RestoredState { get; }

    /// <summary>On PostgreSQL the name of its database, which is not there yet.</summary>
    public string RestoredName => _databases[0];

    public RestoreOrder Order => new() { From = Backup, To = Restored, State = RestoredState, By = "beheer-noord" };

    public BackupReport Write() => NodeBackup.Write(new BackupOrder { Database = _store.Place, State = _store.Directory, To = Backup }, TimeProvider.System);

    /// <summary>A place that nothing was restored into.</summary>
    public (string Database, string State) Another(string name)
    {
        var folder = Path.Combine(Folder, name);
        if (_cluster is null)
        {
            return (folder, folder);
        }

        _databases.Add($"r{Guid.NewGuid():N}");
        return (_cluster.ConnectionString(_databases[^1]), folder);
    }

    /// <summary>True if anything stands in the place that a gateway might open.</summary>
    public bool IsAnythingRestored() => _cluster is null
        ? File.Exists(Path.Combine(Restored, "convenant.db"))
        : _cluster.Sql($"SELECT count(*) FROM pg_database WHERE datname IN ('{RestoredName}', '{RestoredName}_keys')") != "0";

    /// <summary>The files of the restored databases that hold these bytes.</summary>
    public IReadOnlyList<string> RestoredFilesWith(byte[] bytes)
    {
        _cluster?.Sql("CHECKPOINT");
        string[] folders = _cluster is null ? [Restored] : [.. Oids().Select(o => Path.Combine(_cluster.Folder, "data", "base", o.ToString(CultureInfo.InvariantCulture)))];
        return [.. folders.SelectMany(static f => Directory.EnumerateFiles(f)).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(bytes) >= 0)];
    }

    public void Dispose()
    {
        foreach (var name in _databases)
        {
            _cluster!.Drop(name);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private IEnumerable<long> Oids() => _cluster!.Sql($"SELECT oid FROM pg_database WHERE datname IN ('{RestoredName}', '{RestoredName}_keys')").Split('\n').Select(static o => long.Parse(o, CultureInfo.InvariantCulture));
}
