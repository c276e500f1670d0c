using System.Data.Common;
using ConvenantGateway.Audit;
using ConvenantGateway.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConvenantGateway.Store.Tests;

/// <summary>A store in a folder, or in a database of a test server, of its own; removed afterwards.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    public const string Origin = "convenantgateway.nl/log/test";

    private static PostgresCluster Shared => PostgresCluster.Shared;

    private readonly PostgresCluster? _cluster;
    private readonly string _name = "";
    private readonly bool _keepsState;

    public TemporaryStore(StoreEngine engine = StoreEngine.Sqlite, bool keepsState = false)
        : this(engine == StoreEngine.Postgres ? Shared : null, keepsState)
    {
    }

    public TemporaryStore(PostgresCluster? cluster, bool keepsState = false)
    {
        _cluster = cluster;
        _keepsState = keepsState;
        Directory = System.IO.Directory.CreateTempSubdirectory("convenant-store-").FullName;
        if (cluster is not null)
        {
            _name = cluster.NewDatabase();
        }

        Gateway = Reopened();
    }

    public StoreEngine Engine => _cluster is null ? StoreEngine.Sqlite : StoreEngine.Postgres;

    /// <summary>A folder for the test; that of the databases on SQLite.</summary>
    public string Directory { get; }

    /// <summary>What `--database` takes.</summary>
    public string Place => _cluster?.ConnectionString(_name) ?? Directory;

    /// <summary>What the commands on a log take.</summary>
    public string DatabasePath => _cluster?.ConnectionString(_name) ?? Path.Combine(Directory, "convenant.db");

    public string KeysPath => Path.Combine(Directory, "keys.db");

    public GatewayStore Gateway { get; private set; }

    public StoreOptions Options => new() { Database = Place, State = _keepsState ? Directory : null, LogOrigin = Origin, Regions = ["noord"], Log = new AuditLogOptions { QueueCapacity = 10_000 } };

    public async Task ReopenAsync()
    {
        await Gateway.DisposeAsync();
        Gateway = Reopened();
    }

    public ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion = null) =>
        Gateway.Log.AppendAsync(record, companion, CancellationToken.None);

    /// <summary>Appends what becomes one batch.</summary>
    public async Task<Task<AuditReceipt>[]> BatchAsync(params IEnumerable<(ExchangeRecord Record, ICompanionWrites? Companion)> items)
    {
        using var resting = new RestingUntilSet();
        var rest = ((AuditLog)Gateway.Log).RestAsync(resting, CancellationToken.None);
        await resting.Begun;
        try
        {
            return [.. items.Select(i => AppendAsync(i.Record, i.Companion).AsTask())];
        }
        finally
        {
            resting.Set();
            await rest;
        }
    }

    /// <summary>Another connection to the database, which may change it.</summary>
    public DbConnection Connect() => Connected("convenant.db", "");

    /// <summary>Another connection to the keys.</summary>
    public DbConnection ConnectToKeys() => Connected("keys.db", "_keys");

    /// <summary>Forgets the database, so that the next opening makes a new one.</summary>
    public void DropDatabase()
    {
        if (_cluster is not null)
        {
            _cluster.Sql($"DROP DATABASE {_name} WITH (FORCE)", $"CREATE DATABASE {_name}");
            return;
        }

        foreach (var file in System.IO.Directory.GetFiles(Directory, "convenant.db*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Forgets the keys.</summary>
    public void DropKeys()
    {
        if (_cluster is not null)
        {
            _cluster.Sql($"DROP DATABASE {_name}_keys WITH (FORCE)");
            return;
        }

        foreach (var file in System.IO.Directory.GetFiles(Directory, "keys.db*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>The files of the store that hold these bytes: on PostgreSQL all files of the server, its write-ahead log included.</summary>
    public async Task<IReadOnlyList<string>> FilesWith(byte[] bytes)
    {
        _cluster?.Sql("CHECKPOINT");
        var found = new List<string>();
        foreach (var path in System.IO.Directory.EnumerateFiles(_cluster is null ? Directory : Path.Combine(_cluster.Folder, "data"), "*", SearchOption.AllDirectories).Where(static p => !p.EndsWith(".lock", StringComparison.Ordinal)))
        {
            try
            {
                await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var content = new MemoryStream();
                await file.CopyToAsync(content);
                if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0)
                {
                    found.Add(path);
                }
            }
            catch (FileNotFoundException)
            {
                // Other tests use the server.
            }
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
        if (_cluster is not null && ReferenceEquals(_cluster, Shared))
        {
            _cluster.Drop(_name);
        }
    }

    private GatewayStore Reopened() => GatewayStore.Open(Options, TimeProvider.System);

    private DbConnection Connected(string file, string suffix)
    {
        DbConnection connection = _cluster is not null
            ? new NpgsqlConnection($"{_cluster.ConnectionString(_name + suffix)};Pooling=false")
            : new SqliteConnection($"Data Source={Path.Combine(Directory, file)};Pooling=False");
        connection.Open();
        return connection;
    }
}
