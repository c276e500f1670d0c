using System.Collections.Immutable;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>What can still be read of a damaged data directory: its tombstones, its size, its epoch. Whatever cannot be read is taken as unknown.</summary>
internal sealed record DamagedLog(long? Size, int Epoch, ImmutableArray<Tombstone> Tombstones)
{
    public static DamagedLog Read(string? directory)
    {
        var (size, epoch, tombstones) = ((long?)null, 1, ImmutableArray.CreateBuilder<Tombstone>());
        if (directory is null)
        {
            return new DamagedLog(size, epoch, []);
        }

        foreach (var (log, tombstone) in ErasuresFile.Read(Path.Combine(directory, ErasuresFile.Name)))
        {
            epoch = Math.Max(epoch, LogEpoch.Of(log));
            tombstones.Add(tombstone);
        }

        var path = Path.Combine(directory, NodeBackup.Databases[0]);
        if (!File.Exists(path))
        {
            return new DamagedLog(size, epoch, tombstones.ToImmutable());
        }

        try
        {
            using var database = SqliteDatabase.OpenReading(path);
            epoch = Math.Max(epoch, LogKeyTable.Read(database).Select(static r => LogEpoch.Of(r.Key.Name)).DefaultIfEmpty(1).Max());
            size = StoredLogReading.Newest(database).Size;
            tombstones.AddRange(ErasureTable.From(database, 0).Select(static e => e.Tombstone));
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException or ArgumentException)
        {
            // Damaged is what it is called.
        }

        return new DamagedLog(size, epoch, tombstones.ToImmutable());
    }
}
