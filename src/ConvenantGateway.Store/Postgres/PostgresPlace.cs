using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>A database of a PostgreSQL server, and beside it <c>&lt;name&gt;_keys</c>. Every wait is bounded: 2 seconds to connect, 10 for an answer, or what `Timeout` and `Command Timeout` say, up to 60.</summary>
internal sealed class PostgresPlace : StorePlace
{
    private const int ConnectSeconds = 2;
    private const int AnswerSeconds = 10;
    private const int MostSeconds = 60;

    private readonly NpgsqlConnectionStringBuilder _gateway;
    private readonly NpgsqlConnectionStringBuilder _keys;

    private PostgresPlace(NpgsqlConnectionStringBuilder gateway)
    {
        _gateway = gateway;
        _keys = new NpgsqlConnectionStringBuilder(gateway.ConnectionString) { Database = $"{gateway.Database}_keys" };
    }

    /// <inheritdoc/>
    public override int MostReaders => 24;

    /// <inheritdoc/>
    public override string Migrations => "Postgres/";

    /// <inheritdoc/>
    public override bool HoldsState => false;

    /// <inheritdoc/>
    public override string Name => $"{_gateway.Host}/{_gateway.Database}";

    /// <summary>True for a text that is a connection string and not a path.</summary>
    public static bool IsMeantBy(string text) => text.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="StoreUnusableException">It cannot be read, or names no database.</exception>
    public static PostgresPlace Parse(string text)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text);
        }
#pragma warning disable CA1031 // Whatever is wrong with it: the reason may quote a part of it, and a part may be the password.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new StoreUnusableException("the connection string of PostgreSQL cannot be read: `Host=…;Database=…;Username=…`");
        }

        if (string.IsNullOrEmpty(builder.Database) || string.IsNullOrEmpty(builder.Host))
        {
            throw new StoreUnusableException("the connection string of PostgreSQL must name `Host` and `Database`");
        }

        // A pool would reset and share sessions: the writer's lock is a session's, and readers have a pool of their own.
        (builder.Pooling, builder.Enlist, builder.Multiplexing, builder.PersistSecurityInfo, builder.IncludeErrorDetail, builder.LogParameters) = (false, false, false, false, false, false);
        (builder.Timeout, builder.CommandTimeout) = (Seconds(builder, "Timeout", ConnectSeconds), Seconds(builder, "Command Timeout", AnswerSeconds));
        builder.CancellationTimeout = ConnectSeconds * 1000;
        builder.IncludeFailedBatchedCommand = true;
        (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (512, 2);
        builder.ApplicationName ??= "convenantgateway";
        builder.TcpKeepAlive = true;
        return new PostgresPlace(builder);
    }

    /// <summary>Why a database cannot be opened, for who starts it.</summary>
    public static StoreUnusableException Unusable(string name, NpgsqlException e) => e is PostgresException refused
        ? new StoreUnusableException($"PostgreSQL refused `{name}` ({refused.SqlState}): {refused.MessageText}", e)
        : new StoreUnusableException($"PostgreSQL at `{name}` cannot be reached", e);

    /// <inheritdoc/>
    public override Database OpenWriting() => OpenWriting(null);

    /// <inheritdoc/>
    public override Database OpenReading() => Reading(_gateway);

    /// <inheritdoc/>
    public override Database OpenKeys()
    {
        try
        {
            return Writing(_keys, OpenKeysAgain);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            MakeKeys();
            return Writing(_keys, OpenKeysAgain);
        }
    }

    /// <inheritdoc/>
    public override Database OpenKeysReading() => Reading(_keys);

    private PostgresDatabase OpenKeysAgain(PostgresDatabase lost) => Writing(_keys, OpenKeysAgain);

    private PostgresDatabase OpenWriting(PostgresDatabase? lost)
    {
        var database = Writing(_gateway, OpenWriting);
        try
        {
            PostgresLock.Take(database, lost, Name);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static PostgresDatabase Writing(NpgsqlConnectionStringBuilder place, Func<PostgresDatabase, PostgresDatabase>? reopen)
    {
        var database = Open(place, reopen);
        try
        {
            PostgresSession.Writing(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static PostgresDatabase Reading(NpgsqlConnectionStringBuilder place)
    {
        var database = Open(place, null);
        try
        {
            PostgresSession.Reading(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static PostgresDatabase Open(NpgsqlConnectionStringBuilder place, Func<PostgresDatabase, PostgresDatabase>? reopen)
    {
#pragma warning disable CA2000 // The database owns it, once it is open.
        var connection = new NpgsqlConnection(place.ConnectionString);
#pragma warning restore CA2000
        try
        {
            connection.Open();
            return new PostgresDatabase(connection, reopen);
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or InvalidOperationException)
        {
            connection.Dispose();
            throw new NpgsqlException("PostgreSQL cannot be reached", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A slow disk may be given more time, but no wait may be without end: a request would hang, and nobody would be told.
    private static int Seconds(NpgsqlConnectionStringBuilder builder, string key, int otherwise)
    {
        if (!builder.ShouldSerialize(key))
        {
            return otherwise;
        }

        var seconds = Convert.ToInt32(builder[key], CultureInfo.InvariantCulture);
        return seconds is > 0 and <= MostSeconds ? seconds : throw new StoreUnusableException($"the connection string of PostgreSQL: `{key}` must be 1 to {MostSeconds} seconds");
    }

    private void MakeKeys()
    {
        using var database = Open(_gateway, null);
        var name = $"\"{_keys.Database!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        try
        {
            database.Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreUnusableException($"the keys have a database of their own: make `{_keys.Database}` on the server; the role of the gateway may not", e);
        }
    }
}
