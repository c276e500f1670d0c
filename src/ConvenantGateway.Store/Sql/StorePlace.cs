namespace ConvenantGateway.Store;

/// <summary>Where a store is: the two databases of one log, and how each is opened. Immutable; thread safe.</summary>
internal abstract class StorePlace
{
    /// <summary>The most read connections at once; the engine decides.</summary>
    public abstract int MostReaders { get; }

    /// <summary>What stands before the folder of the engine's migrations.</summary>
    public abstract string Migrations { get; }

    /// <summary>True if the place is a folder, in which a node may keep other files too.</summary>
    public abstract bool HoldsState { get; }

    /// <summary>What the place is called in messages; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>The place that a text means: a folder, or a connection string of PostgreSQL (with <c>Host=</c>).</summary>
    /// <exception cref="StoreUnusableException">The connection string cannot be read.</exception>
    public static StorePlace Of(string database) => PostgresPlace.IsMeantBy(database) ? PostgresPlace.Parse(database) : new SqlitePlace(database);

    /// <summary>The log and the registers, for the one writer: its lock is taken first and let go last.</summary>
    /// <exception cref="LogInUseException">Another process writes this log.</exception>
    public abstract Database OpenWriting();

    /// <summary>The log and the registers, for reading.</summary>
    public abstract Database OpenReading();

    /// <summary>The keys, for their one writer.</summary>
    public abstract Database OpenKeys();

    /// <summary>The keys, for reading.</summary>
    public abstract Database OpenKeysReading();
}
