using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>What viewers see of a log that was opened for reading only. Not thread safe.</summary>
public sealed class LogViews : IDisposable
{
    private readonly Database _database;
    private readonly KeyRing _keys;
    private readonly ViewSealer _sealer;

    internal LogViews(Database database, Database keys, TimeProvider time)
    {
        _database = database;
        _keys = KeyRing.OpenReading(keys, time);
        _sealer = new ViewSealer(_keys);
    }

    /// <summary>Records visible to the viewer, newest first: one page.</summary>
    public IReadOnlyList<VisibleRecord> List(string viewer, RecordQuery query)
    {
        var rows = RecordListing.Select(_database, _sealer, viewer, query);
        var found = new List<VisibleRecord>();
        while (rows.Step())
        {
            found.Add(StoredLogReading.Visible(_database, _sealer, viewer, rows));
        }

        return found;
    }

    /// <summary>Makes handles of persons under a region's key; null if the region has none.</summary>
    public IPersonHandles? Handles(string region) => _keys.FindHandleKey(region) is { } key ? new PersonHandles(key) : null;

    /// <summary>True if the viewer ever had a record with a person: without a search key none can be found.</summary>
    public bool Knows(string viewer) => _keys.FindSearchKey(viewer) is not null;

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();
}
