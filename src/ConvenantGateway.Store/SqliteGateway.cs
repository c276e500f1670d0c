using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// The embedded store: opens and migrates both databases, makes keys, checks the log's end and starts the log. All ports of one node. Thread safe; dispose at shutdown, after the listeners.
/// </summary>
public sealed class SqliteGateway : IAsyncDisposable
{
    private readonly FileStream _lock;
    private readonly KeyRing _keys;
    private readonly SqliteLogStore _store;
    private readonly ReaderPool _readers;
    private readonly AuditLog _log;
    private readonly ErasuresFile _erasures;
    private readonly TimeProvider _time;

    private SqliteGateway(FileStream writerLock, KeyRing keys, SqliteLogStore store, ReaderPool readers, NoteSigner signer, SqliteGatewayOptions options, TimeProvider time)
    {
        (_lock, _keys, _store, _readers) = (writerLock, keys, store, readers);
        var cipher = new ContentCipher(keys);
        Resources = new SqliteResources(readers, cipher);
        Dossiers = new SqliteDossiers(readers, cipher);
        Transactions = new SqliteTransactions(readers, cipher);
        Holds = new SqliteHolds(readers, cipher);
        Inquiries = new SqliteInquiries(readers);
        Whereabouts = new SqliteWhereabouts(readers, cipher);
        PolicySets = new SqlitePolicySets(readers);
        Reading = new SqliteLogReading(readers, new ViewSealer(keys), signer.VerifierKey);
        _log = new AuditLog(store, keys, signer, new AuditLogOptions { QueueCapacity = options.QueueCapacity });
        _time = time;
        _erasures = new ErasuresFile(Path.Combine(options.DataDirectory, ErasuresFile.Name));
        Orders = new LogOrders(_log, readers, keys, _erasures, time);
    }

    /// <summary>The log.</summary>
    public IAuditLog Log => _log;

    /// <summary>Reads the log.</summary>
    public ILogReading Reading { get; }

    /// <summary>Registers and inboxes.</summary>
    public IResourceStore Resources { get; }

    /// <summary>Dossiers.</summary>
    public IDossiers Dossiers { get; }

    /// <summary>Transaction ids and idempotency keys.</summary>
    public ITransactions Transactions { get; }

    /// <summary>Held messages.</summary>
    public IHolds Holds { get; }

    /// <summary>Inquiries of the supervisor.</summary>
    public IInquiries Inquiries { get; }

    /// <summary>Digests of where persons can be found.</summary>
    public IWhereabouts Whereabouts { get; }

    /// <summary>Policy sets that were in force.</summary>
    public IPolicySets PolicySets { get; }

    /// <summary>Keys of handles.</summary>
    public IRegionKeys RegionKeys => _keys;

    /// <summary>Carries out what operators order of the log.</summary>
    public LogOrders Orders { get; }

    internal SqliteLogStore Store => _store;

    /// <summary>Carries out a tombstone that this log does not know; null if it knows it, or holds another key.</summary>
    internal ValueTask<AuditReceipt?> ReplayAsync(Tombstone tombstone) => _log.RestAsync(new ReplayWork(_readers, _keys, _erasures, tombstone, _time), CancellationToken.None);

    internal KeyRing Keys => _keys;

    /// <summary>Opens the store of a data directory.</summary>
    /// <param name="options">Where, and which log.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    /// <exception cref="InvalidDataException">The database is newer than this build, belongs to another log, or its end is not what its last checkpoint signed: do not serve.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stack disposes what was opened if a later step fails; else the gateway owns it.")]
    public static SqliteGateway Open(SqliteGatewayOptions options, TimeProvider timeProvider)
    {
        var directory = PrivateDirectory(options.DataDirectory);
        var opened = new Stack<IDisposable>();
        try
        {
            var writerLock = Opened(WriterLock.Take(Path.Combine(directory, "convenant.lock")));
            var keys = Opened(KeyRing.Open(Path.Combine(directory, "keys.db"), timeProvider));
            var path = Path.Combine(directory, "convenant.db");
            var writer = Opened(Database.OpenWriting(path));
            Migrator.Migrate(writer, "Gateway", timeProvider.GetUtcNow());
            var signer = LogStart.Signer(writer, keys, options.LogOrigin);
            foreach (var region in options.Regions)
            {
                _ = keys.HandleKey(region);
            }

            LogStart.Check(writer, signer);
            ErasureReplay.Run(writer, keys, new ErasuresFile(Path.Combine(directory, ErasuresFile.Name)), signer.VerifierKey.Name);
            var store = new SqliteLogStore(writer, new CompanionPreparer(new ContentCipher(keys)));
            return new SqliteGateway(writerLock, keys, store, Opened(new ReaderPool(path)), signer, options, timeProvider);
        }
        catch
        {
            while (opened.TryPop(out var one))
            {
                one.Dispose();
            }

            throw;
        }

        T Opened<T>(T one)
            where T : IDisposable
        {
            opened.Push(one);
            return one;
        }
    }

    /// <summary>Commits what is queued, then closes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _readers.Dispose();
        _store.Dispose();
        _keys.Dispose();
        await _lock.DisposeAsync();
    }

    private static string PrivateDirectory(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(full)
                : Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return full;
    }
}
