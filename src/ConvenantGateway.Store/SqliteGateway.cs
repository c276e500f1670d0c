using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// The store of a node, on either engine: opens and migrates both databases, makes keys, checks the log's end and starts the log. All ports of one node. Thread safe; dispose at shutdown, after the listeners.
/// </summary>
public sealed class SqliteGateway : IAsyncDisposable
{
    private readonly KeyRing _keys;
    private readonly SqliteLogStore _store;
    private readonly ReaderPool _readers;
    private readonly AuditLog _log;
    private readonly IDisposable? _state;

    private SqliteGateway(KeyRing keys, SqliteLogStore store, ReaderPool readers, NoteSigner signer, SqliteGatewayOptions options, IDisposable? state)
    {
        _state = state;
        StateDirectory = state is null ? options.DataDirectory : options.StateDirectory!;
        (_keys, _store, _readers) = (keys, store, readers);
        var cipher = new ContentCipher(keys);
        Resources = new SqliteResources(readers, cipher);
        Dossiers = new SqliteDossiers(readers, cipher);
        Transactions = new SqliteTransactions(readers, cipher);
        Holds = new SqliteHolds(readers, cipher);
        Inquiries = new SqliteInquiries(readers);
        PersonReports = new SqlitePersonReports(readers, cipher);
        Whereabouts = new SqliteWhereabouts(readers, cipher);
        PolicySets = new SqlitePolicySets(readers);
        Reading = new SqliteLogReading(readers, new ViewSealer(keys), signer.VerifierKey);
        Relays = new OpenRelays(readers, new ViewSealer(keys));
        _log = new AuditLog(store, keys, signer, new AuditLogOptions { QueueCapacity = options.QueueCapacity });
    }

    /// <summary>The folder of what the node keeps beside its databases. No other node has it.</summary>
    public string StateDirectory { get; }

    /// <summary>The log.</summary>
    public IAuditLog Log => _log;

    /// <summary>Reads the log.</summary>
    public ILogReading Reading { get; }

    /// <summary>Relays without an outcome.</summary>
    public IOpenRelays Relays { get; }

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

    /// <summary>Requests for person reports.</summary>
    public IPersonReports PersonReports { get; }

    /// <summary>Digests of where persons can be found.</summary>
    public IWhereabouts Whereabouts { get; }

    /// <summary>Policy sets that were in force.</summary>
    public IPolicySets PolicySets { get; }

    /// <summary>Keys of handles.</summary>
    public IRegionKeys RegionKeys => _keys;

    internal SqliteLogStore Store => _store;

    internal KeyRing Keys => _keys;

    /// <summary>Opens the store.</summary>
    /// <param name="options">Where, and which log.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached, gives no rights, or would lose what it acknowledged.</exception>
    /// <exception cref="InvalidDataException">The database is newer than this build, belongs to another log, or its end is not what its last checkpoint signed: do not serve.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stack disposes what was opened if a later step fails; else the gateway owns it.")]
    public static SqliteGateway Open(SqliteGatewayOptions options, TimeProvider timeProvider)
    {
        var place = StorePlace.Of(options.DataDirectory);
        var opened = new Stack<IDisposable>();
        try
        {
            var state = place.HoldsState || options.StateDirectory is null ? null : Opened(WriterLock.TakeFolder(options.StateDirectory));
            var writer = Opened(place.OpenWriting());
            var keys = Opened(KeyRing.Open(place, timeProvider));
            Migrator.Migrate(writer, $"{place.Migrations}Gateway", timeProvider.GetUtcNow());
            var signer = new NoteSigner(options.LogOrigin, keys.LogSeed(options.LogOrigin));
            foreach (var region in options.Regions)
            {
                _ = keys.HandleKey(region);
            }

            LogStart.Check(writer, signer);
            var store = new SqliteLogStore(writer, new CompanionPreparer(new ContentCipher(keys)));
            return new SqliteGateway(keys, store, Opened(new ReaderPool(place.OpenReading, place.MostReaders)), signer, options, state);
        }
        catch (Exception e)
        {
            while (opened.TryPop(out var one))
            {
                one.Dispose();
            }

            if (e is NpgsqlException or LogStoreException { InnerException: NpgsqlException })
            {
                throw PostgresPlace.Unusable(place.Name, e as NpgsqlException ?? (NpgsqlException)e.InnerException!);
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
        _keys.Dispose();
        _store.Dispose();
        _state?.Dispose();
    }
}
