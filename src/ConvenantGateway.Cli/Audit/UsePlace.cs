using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>Where a command that gives something out of a log finds it, and the node that writes it. Immutable.</summary>
/// <param name="Database">The folder of the database files, or a connection string of PostgreSQL.</param>
/// <param name="State">The node's own folder: that of the database files, or the one given where the database is on a server.</param>
/// <param name="KeysPath">The path of <c>keys.db</c>; nothing lies there where the database is on a server.</param>
/// <param name="IsServer">True for a database on a server.</param>
/// <param name="Name">What the database is called in messages; without a password.</param>
internal sealed record UsePlace(string Database, string State, string KeysPath, bool IsServer, string Name)
{
    /// <summary>True if a node writes its log from there, running or not.</summary>
    public bool IsNode => File.Exists(Path.Combine(State, "convenant.lock"));

    /// <summary>The place that <c>--database</c> and <c>--state</c> mean.</summary>
    /// <param name="database">The database file, or a connection string.</param>
    /// <param name="state">The node's own folder; looked at only for a connection string.</param>
    /// <param name="log">The same database, opened.</param>
    /// <exception cref="StoreUnusableException">The folder is that of another log's node.</exception>
    public static UsePlace Of(string database, string state, LogDatabase log)
    {
        if (LogDatabase.IsServer(database))
        {
            log.DemandFolder(state);
            return new UsePlace(database, state, "keys.db", true, log.Name);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(database))!;
        return new UsePlace(folder, folder, Path.Combine(folder, "keys.db"), false, log.Name);
    }
}
