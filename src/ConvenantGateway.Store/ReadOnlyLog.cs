using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>A log and its keys opened for reading only, by the command line: the gateway may be running. No key is made. Thread safe for reading.</summary>
public sealed class ReadOnlyLog : IDisposable
{
    private readonly KeyRing _keys;
    private readonly ReaderPool _readers;

    private ReadOnlyLog(KeyRing keys, ReaderPool readers, VerifierKey key)
    {
        (_keys, _readers) = (keys, readers);
        Reading = new SqliteLogReading(readers, new ViewSealer(keys), key);
    }

    /// <summary>Reads the log.</summary>
    public ILogReading Reading { get; }

    /// <summary>Opens a database with its keys.</summary>
    /// <param name="path">The path of <c>convenant.db</c> or a copy.</param>
    /// <param name="keysPath">The path of <c>keys.db</c>.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a database of this gateway.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "What is opened belongs to the log that is returned; a reader pool opens nothing until it reads.")]
    public static ReadOnlyLog Open(string path, string keysPath, TimeProvider time)
    {
        VerifierKey key;
        using (var log = LogDatabase.Open(path))
        {
            key = VerifierKey.TryParse(log.OwnKey, out var own) ? own : throw new InvalidDataException("the database names no verifier key");
        }

        if (!File.Exists(keysPath))
        {
            throw new FileNotFoundException($"there is no key file `{keysPath}`", keysPath);
        }

        try
        {
            var keys = KeyRing.OpenReading(keysPath, time);
            return new ReadOnlyLog(keys, new ReaderPool(path), key);
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"`{keysPath}` is not a key file of this gateway", e);
        }
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
