using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>Where a node keeps its log, and where what it keeps beside it: one folder on SQLite, a connection string and a folder on PostgreSQL.</summary>
/// <param name="Database">The folder of the databases, or a connection string.</param>
/// <param name="State">The folder of lock, orders and <c>erasures.jsonl</c>.</param>
internal sealed record NodePlace(string Database, string State)
{
    /// <summary>The place of a node that was started before: with another folder than its own, a tombstone would not stand where the node copies it from.</summary>
    /// <param name="database">The database file, its folder, or a connection string.</param>
    /// <param name="state">The node's own folder; not looked at on SQLite.</param>
    /// <exception cref="FileNotFoundException">No node ever had the folder.</exception>
    /// <exception cref="StoreUnusableException">The folder is that of another log's node, or the server cannot be reached.</exception>
    public static NodePlace Of(string database, string state)
    {
        if (!LogDatabase.IsServer(database))
        {
            var folder = Directory.Exists(database) ? Path.GetFullPath(database) : Path.GetDirectoryName(Path.GetFullPath(database))!;
            return new NodePlace(folder, folder);
        }

        if (!File.Exists(Path.Combine(state, "convenant.lock")))
        {
            throw new FileNotFoundException($"no node has `{state}` as its own folder: give the one that it was started with (`--state`)");
        }

        using var log = LogDatabase.Open(database);
        log.DemandFolder(state);
        return new NodePlace(database, Path.GetFullPath(state));
    }

    /// <summary>How the log is opened where no node runs.</summary>
    /// <exception cref="InvalidDataException">The database names no verifier key.</exception>
    public StoreOptions Options()
    {
        using var log = LogDatabase.Open(Database);
        return VerifierKey.TryParse(log.OwnKey, out var key)
            ? new StoreOptions { Database = Database, State = State, LogOrigin = key.Name }
            : throw new InvalidDataException("the database names no verifier key");
    }
}
