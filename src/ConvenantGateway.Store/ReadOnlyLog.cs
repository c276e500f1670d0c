using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>A log and its keys opened for reading only, by the command line: the gateway may be running. No key is made. Thread safe for reading.</summary>
public sealed class ReadOnlyLog : IDisposable
{
    private const int MostReaders = 4;

    private readonly KeyRing _keys;
    private readonly ReaderPool _readers;

    private ReadOnlyLog(KeyRing keys, ReaderPool readers, VerifierKey key)
    {
        (_keys, _readers) = (keys, readers);
        Reading = new StoredLogReading(readers, new ViewSealer(keys), key);
    }

    /// <summary>Reads the log.</summary>
    public ILogReading Reading { get; }

    /// <summary>Opens a database with its keys.</summary>
    /// <param name="database">The path of <c>convenant.db</c> or a copy, or a connection string of PostgreSQL.</param>
    /// <param name="keysPath">The path of <c>keys.db</c>. Not looked at where the database is on PostgreSQL.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    /// <exception cref="InvalidDataException">It is not a database of this gateway.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "What is opened belongs to the log that is returned; a reader pool opens nothing until it reads.")]
    public static ReadOnlyLog Open(string database, string keysPath, TimeProvider time)
    {
        VerifierKey key;
        using (var log = LogDatabase.Open(database))
        {
            key = VerifierKey.TryParse(log.OwnKey, out var own) ? own : throw new InvalidDataException("the database names no verifier key");
        }

        var (opened, _, place) = ReadingDatabase.Open(database);
        opened.Dispose();
        var keys = KeyRing.OpenReading(ReadingDatabase.OpenKeys(place, keysPath), time);
        return new ReadOnlyLog(keys, new ReaderPool(() => ReadingDatabase.Open(database).Opened, place?.MostReaders ?? int.MaxValue), key);
    }

    /// <summary>Makes handles of persons under a region's key; null if the region has none.</summary>
    public IPersonHandles? Handles(string region) => _keys.FindHandleKey(region) is { } key ? new PersonHandles(key) : null;

    /// <summary>True if the viewer has ever had a record with a person: without a search key nothing can be found.</summary>
    public bool Knows(string viewer) => _keys.FindSearchKey(viewer) is not null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _keys.Dispose();
    }
}
