using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// What a node's databases know of persons, opened for reading only by the command line: blind values, what is kept and since when, holds. The gateway may be running. Not thread safe.
/// </summary>
public sealed class LogPersons : IDisposable
{
    private readonly Database _log;
    private readonly KeyRing _keys;

    private LogPersons(Database log, KeyRing keys) => (_log, _keys) = (log, keys);

    /// <summary>Opens a data directory, or databases of PostgreSQL.</summary>
    /// <param name="directory">The folder of the databases, or a connection string.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FileNotFoundException">There is no database or no key file.</exception>
    /// <exception cref="InvalidDataException">They are not those of this gateway, or of an older build.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public static LogPersons Open(string directory, TimeProvider time)
    {
        var place = StorePlace.Of(directory);
        if (place.HoldsState && !File.Exists(Path.Combine(directory, "convenant.db")))
        {
            throw new FileNotFoundException($"there is no database in `{directory}`");
        }

        LogPersons opened;
        try
        {
            opened = Opened(place, time);
        }
        catch (NpgsqlException e)
        {
            throw PostgresPlace.Unusable(place.Name, e);
        }
        catch (DbException e)
        {
            throw NoLog(place, e);
        }

        try
        {
            _ = opened.Holds();
            return opened;
        }
        catch (DbException e)
        {
            opened.Dispose();
            throw NoLog(place, e);
        }
    }

    /// <summary>The handle of a person in a region; null where the traits name nobody or the region has no key yet.</summary>
    public PersonHandle? HandleOf(string region, PersonTraits traits) => _keys.FindHandleKey(region) is { } key ? new PersonHandles(key).HandleOf(traits) : null;

    /// <summary>A person's blind value for a viewer, lower-case hex; null where the viewer has no records about anybody.</summary>
    public string? Blind(string viewer, PersonHandle handle) =>
        _keys.FindSearchKey(viewer) is not null ? Convert.ToHexStringLower(new ViewSealer(_keys).Blind(viewer, handle.ToBytes())) : null;

    /// <summary>All holds, lifted and past ones too.</summary>
    public ImmutableArray<LegalHold> Holds() => LegalHoldTable.All(_log);

    /// <summary>The holds that would stop the erasure of values on a day.</summary>
    public ImmutableArray<LegalHold> Stopping(KeptValues values, DateOnly day) =>
        LegalHoldTable.Stopping(LegalHoldTable.All(_log), _log, values.Viewer, Convert.FromHexString(values.Person), values.Retention, day);

    /// <summary>Everything that is kept about persons, by viewer, person and class. Reads the whole log's search rows: for maintenance, not for serving.</summary>
    public ImmutableArray<KeptValues> Kept()
    {
        var found = ImmutableArray.CreateBuilder<KeptValues>();
        var rows = _log.Prepare(
            $"""
            SELECT p.viewer, p.person, {RetentionSql.ClassOfLeaf} AS retention, max(l.time), count(*)
            FROM view_person p JOIN leaf l ON l.idx = p.idx
            WHERE NOT EXISTS (SELECT 1 FROM erasure e WHERE e.viewer = p.viewer AND e.person = p.person AND e.retention = {RetentionSql.ClassOfLeaf} AND e.idx > p.idx)
            GROUP BY p.viewer, p.person, {RetentionSql.ClassOfLeaf} ORDER BY 1, 3, 4
            """);
        while (rows.Step())
        {
            found.Add(new KeptValues(rows.Text(0), Convert.ToHexStringLower(rows.Span(1)), (RetentionClass)rows.Long(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(3)), (int)rows.Long(4)));
        }

        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _log.Dispose();
        _keys.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "What is returned owns both.")]
    private static LogPersons Opened(StorePlace place, TimeProvider time)
    {
        var log = place.OpenReading();
        try
        {
            return new LogPersons(log, KeyRing.OpenReading(place.OpenKeysReading(), time));
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    private static InvalidDataException NoLog(StorePlace place, DbException e) => new($"`{place.Name}` holds no log of this version", e);
}
