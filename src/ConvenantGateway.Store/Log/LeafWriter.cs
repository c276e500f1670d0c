using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Inserts leaves, views, tiles and checkpoints inside the log's transaction.</summary>
internal abstract class LeafWriter(Database database)
{
    /// <summary>The most views that a leaf may have: they share the leaf's range of row ids.</summary>
    internal const int ViewsPerLeaf = 256;

    /// <summary>What it means if the log has another length.</summary>
    protected const string NotThatLong = "the log on disk is not as long as the tree in memory";

    /// <summary>The writer of an engine.</summary>
    public static LeafWriter Of(Database database) => database is PostgresDatabase postgres ? new PostgresLeafWriter(postgres) : new SqliteLeafWriter(database);

    /// <summary>The rules column of a record.</summary>
    public static string Rules(ExchangeRecord record) => record.Rules.IsDefaultOrEmpty ? "" : $" {string.Join(' ', record.Rules)} ";

    /// <summary>The first of a transaction's writes: demands the log's length, for a commit of unknown outcome may have succeeded after all.</summary>
    /// <param name="size">How many leaves there must be.</param>
    /// <exception cref="LogStoreException">There are more or fewer; an engine may say so at the commit.</exception>
    public abstract void Begin(long size);

    /// <summary>Writes one record, now or with the seal.</summary>
    public abstract void Write(long index, PreparedRecord item);

    /// <summary>Writes what the batch adds to the tree.</summary>
    public virtual void Write(LogSeal seal)
    {
        foreach (var tile in seal.Tiles)
        {
            database.Prepare("INSERT INTO tile (level, idx, root, hashes) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, tile.Level).Bind(2, tile.Index).Bind(3, tile.Root.Span).Bind(4, tile.Hashes.Span).RunLater();
        }

        database.Prepare("INSERT INTO checkpoint (size, note) VALUES (?1, ?2)").Bind(1, seal.Size).Bind(2, seal.Checkpoint.Span).RunLater();
    }
}
