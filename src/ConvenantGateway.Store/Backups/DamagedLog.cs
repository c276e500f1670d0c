using System.Collections.Immutable;
using System.Data.Common;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>What can still be read of a damaged log: its tombstones, its size, its epoch. Whatever cannot be read is taken as unknown.</summary>
internal sealed record DamagedLog(long? Size, int Epoch, ImmutableArray<Tombstone> Tombstones)
{
    /// <summary>Reads what can be read of a data directory, or of a database of PostgreSQL; null is nothing.</summary>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights: what it knows would be missed.</exception>
    public static DamagedLog Read(string? damaged)
    {
        if (damaged is null)
        {
            return new DamagedLog(null, 1, []);
        }

        if (PostgresPlace.IsMeantBy(damaged))
        {
            using var server = ReadingDatabase.Open(damaged).Opened;
            return Read(server, 1, []);
        }

        var (epoch, tombstones) = (1, ImmutableArray.CreateBuilder<Tombstone>());
        foreach (var (log, tombstone) in ErasuresFile.Read(Path.Combine(damaged, ErasuresFile.Name)))
        {
            epoch = Math.Max(epoch, LogEpoch.Of(log));
            tombstones.Add(tombstone);
        }

        var path = Path.Combine(damaged, SqliteBackup.Databases[0]);
        var read = new DamagedLog(null, epoch, tombstones.ToImmutable());
        try
        {
            using var database = File.Exists(path) ? SqliteDatabase.OpenReading(path) : null;
            return database is null ? read : Read(database, epoch, read.Tombstones);
        }
        catch (SqliteException)
        {
            return read;
        }
    }

    private static DamagedLog Read(Database database, int epoch, ImmutableArray<Tombstone> tombstones)
    {
        long? size = null;
        try
        {
            epoch = Math.Max(epoch, LogKeyTable.Read(database).Select(static r => LogEpoch.Of(r.Key.Name)).DefaultIfEmpty(1).Max());
            size = StoredLogReading.Newest(database).Size;
            tombstones = [.. tombstones, .. ErasureTable.From(database, 0).Select(static e => e.Tombstone)];
        }
        catch (Exception e) when (e is DbException or InvalidDataException or ArgumentException)
        {
            // Damaged is what it is called.
        }

        return new DamagedLog(size, epoch, tombstones);
    }
}
