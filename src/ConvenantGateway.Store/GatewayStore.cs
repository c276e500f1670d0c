using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// The store of a node, on either engine: opens and migrates both databases, makes keys, checks the log's end and starts the log. All ports of one node. Thread safe; dispose at shutdown, after the listeners.
/// </summary>
public sealed class GatewayStore : IAsyncDisposable
{
    private readonly KeyRing _keys;
    private readonly StoredLog _store;
    private readonly ReaderPool _readers;
    private readonly AuditLog _log;
    private readonly StoredLogReading _reading;
    private readonly ErasuresFile _erasures;
    private readonly TimeProvider _time;
    private readonly IDisposable? _state;

    private GatewayStore(
        KeyRing keys, StoredLog store, ReaderPool readers, NoteSigner signer, StoreOptions options, IDisposable? state, ErasuresFile erasures, TimeProvider time)
    {
        _state = state;
        StateDirectory = state is null ? options.Database : options.State!;
        (_keys, _store, _readers) = (keys, store, readers);
        var cipher = new ContentCipher(keys);
        Resources = new StoredResources(readers, cipher);
        Dossiers = new StoredDossiers(readers, cipher);
        Transactions = new StoredTransactions(readers, cipher);
        Holds = new StoredHolds(readers, cipher);
        Inquiries = new StoredInquiries(readers);
        PersonReports = new StoredPersonReports(readers, new ReportSealer(keys));
        LegalHolds = new StoredLegalHolds(readers, keys);
        Whereabouts = new StoredWhereabouts(readers, cipher);
        PolicySets = new ServedPolicySets(readers);
        Witnesses = new StoredWitnesses(readers);
        Receipts = new StoredReceipts(readers, signer.VerifierKey.Name);
        _reading = new StoredLogReading(readers, new ViewSealer(keys), signer.VerifierKey);
        Relays = new OpenRelays(readers, new ViewSealer(keys));
        _log = new AuditLog(store, keys, signer, options.Log);
        (_erasures, _time) = (erasures, time);
        Orders = new LogOrders(_log, readers, keys, _erasures, time);
    }

    /// <summary>The folder of what the node keeps beside its databases. No other node has it.</summary>
    public string StateDirectory { get; }

    /// <summary>The log.</summary>
    public IAuditLog Log => _log;

    /// <summary>Whether the log is still what it signed.</summary>
    public ILogTrust Trust => _log;

    /// <summary>What the node asks of its log about itself.</summary>
    public ILogCheck Check => _reading;

    /// <summary>Reads the log.</summary>
    public ILogReading Reading => _reading;

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

    /// <summary>Legal holds.</summary>
    public ILegalHolds LegalHolds { get; }

    /// <summary>Digests of where persons can be found.</summary>
    public IWhereabouts Whereabouts { get; }

    /// <summary>Policy sets that were in force.</summary>
    public IPolicySets PolicySets { get; }

    /// <summary>Exchanges that partners made, and what they acknowledged.</summary>
    public IReceipts Receipts { get; }

    /// <summary>Checkpoints and who co-signed them.</summary>
    public IWitnesses Witnesses { get; }

    /// <summary>Keys of handles.</summary>
    public IRegionKeys RegionKeys => _keys;

    /// <summary>Carries out what operators order of the log.</summary>
    public LogOrders Orders { get; }

    /// <summary>Keys of the log that sign no more and whose private halves could not be destroyed at this start; the next one tries again.</summary>
    public ImmutableArray<UndestroyedKey> UndestroyedKeys { get; private init; } = [];

    internal StoredLog Store => _store;

    internal KeyRing Keys => _keys;

    /// <summary>Carries out a tombstone that this log does not know; null if it knows it, or holds another key.</summary>
    internal ValueTask<AuditReceipt?> ReplayAsync(Tombstone tombstone) => _log.RestAsync(new ReplayWork(_readers, _keys, _erasures, tombstone, _time), CancellationToken.None);

    /// <summary>Opens the store.</summary>
    /// <param name="options">Where, and which log.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached, gives no rights, or would lose what it acknowledged.</exception>
    /// <exception cref="InvalidDataException">The database is newer than this build, belongs to another log, or its end is not what its last checkpoint signed: do not serve.</exception>
    public static GatewayStore Open(StoreOptions options, TimeProvider timeProvider) => Open(StorePlace.Of(options.Database), options, timeProvider);

    /// <summary>Opens the store in a place that is not only a name: a restore's.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stack disposes what was opened if a later step fails; else the gateway owns it.")]
    internal static GatewayStore Open(StorePlace place, StoreOptions options, TimeProvider timeProvider)
    {
        var opened = new Stack<IDisposable>();
        try
        {
            // The databases first: nothing is left in a folder for a node that cannot start.
            var writer = Opened(place.OpenWriting());
            var state = place.HoldsState || options.State is null ? null : Opened(WriterLock.TakeFolder(options.State));
            var erasures = new ErasuresFile(place.HoldsState ? place.Name : options.State);
            var keys = Opened(KeyRing.Open(place, timeProvider));
            Migrator.Migrate(writer, $"{place.Migrations}Gateway", timeProvider.GetUtcNow());
            var signer = LogStart.Signer(writer, keys, options.LogOrigin, timeProvider);
            foreach (var region in options.Regions)
            {
                _ = keys.HandleKey(region);
            }

            LogStart.Check(writer, signer);
            if (state is not null)
            {
                NodeFolder.Claim(options.State!, writer);
            }

            KeyOverlap.End(writer, timeProvider.GetUtcNow());
            var undestroyed = KeyOverlap.DestroyEnded(writer, keys);
            ErasureReplay.Run(writer, keys, erasures, signer.VerifierKey.Name);
            ReportResealing.Run(writer, keys);
            var store = new StoredLog(writer, new CompanionPreparer(new ContentCipher(keys), new ReportSealer(keys)));
            return new GatewayStore(keys, store, Opened(new ReaderPool(place.OpenReading, place.MostReaders)), signer, options, state, erasures, timeProvider) { UndestroyedKeys = undestroyed };
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
