using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>Opens a log's database for reading only, as the command line names it.</summary>
internal static class ReadingDatabase
{
    /// <summary>Opens.</summary>
    /// <param name="database">The path of <c>convenant.db</c>, of its folder or of a copy, or a connection string of PostgreSQL.</param>
    /// <returns>The connection, what it is called in messages, and the place of its keys; null: they are where somebody says.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    /// <exception cref="InvalidDataException">It is no database.</exception>
    public static (Database Opened, string Name, StorePlace? Place) Open(string database)
    {
        if (PostgresPlace.IsMeantBy(database))
        {
            var place = PostgresPlace.Parse(database);
            try
            {
                return (place.OpenReading(), place.Name, place);
            }
            catch (NpgsqlException e)
            {
                throw PostgresPlace.Unusable(place.Name, e);
            }
        }

        var file = Directory.Exists(database) ? Path.Combine(database, "convenant.db") : database;
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"there is no database `{file}`", file);
        }

        try
        {
            return (SqliteDatabase.OpenMapped(file), file, null);
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"`{file}` is not a database of this gateway", e);
        }
    }

    /// <summary>Opens the keys of a log for reading only.</summary>
    /// <param name="place">The place of the keys; null: they are in a file.</param>
    /// <param name="path">The path of <c>keys.db</c>; not looked at where there is a place.</param>
    /// <exception cref="FileNotFoundException">There is no key file.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public static Database OpenKeys(StorePlace? place, string path)
    {
        try
        {
            return place is not null ? place.OpenKeysReading()
                : File.Exists(path) ? SqliteDatabase.OpenReading(path) : throw new FileNotFoundException($"there is no key file `{path}`", path);
        }
        catch (NpgsqlException e)
        {
            throw PostgresPlace.Unusable($"{place!.Name}_keys", e);
        }
    }
}
