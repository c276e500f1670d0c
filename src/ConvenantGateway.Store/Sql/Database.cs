namespace ConvenantGateway.Store;

/// <summary>
/// One connection with its prepared statements, the same for both engines. Statements are written in the dialect that both read: parameters <c>?1</c>, <c>ON CONFLICT</c>, no booleans. Every failure of the
/// engine is a <see cref="System.Data.Common.DbException"/>. Not thread safe: one user at a time.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>The statement that begins an item.</summary>
    protected const string Savepoint = "SAVEPOINT item";

    /// <summary>True if the connection is lost: it answers nothing more, and what was under way when it was lost may or may not have been done.</summary>
    public virtual bool IsBroken => false;

    /// <summary>True between <see cref="Begin"/> and its end.</summary>
    public abstract bool IsInTransaction { get; }

    /// <summary>Rows that the last statement changed.</summary>
    public abstract int Changes { get; }

    /// <summary>What makes the ledger of migrations.</summary>
    public abstract string Ledger { get; }

    /// <summary>The prepared statement of a text; kept as long as the connection, so the text must not hold values.</summary>
    public abstract Statement Prepare(string sql);

    /// <summary>A statement for many rows, which are fetched as they are read. Inside <see cref="InOneSnapshot"/> only; as a new statement at each call.</summary>
    public virtual Statement Scan(string sql) => Prepare(sql);

    /// <summary>Runs statements without parameters.</summary>
    public abstract void Run(string sql);

    /// <summary>The same, for what may take minutes on a large log: a migration.</summary>
    public virtual void RunLong(string sql) => Run(sql);

    /// <summary>Sends what <see cref="Statement.RunLater"/> left. Every other way to run a statement does so too.</summary>
    /// <exception cref="Audit.CompanionConflictException">A uniqueness rule was broken.</exception>
    public virtual void Flush()
    {
    }

    /// <summary>Begins a transaction that writes.</summary>
    public abstract void Begin();

    /// <summary>Begins a transaction that destroys rows for good: waits until no copy of them is being made.</summary>
    public virtual void BeginDestroying() => Begin();

    /// <summary>Ends it; when this returns, everything is synced to disk. After an exception it is not known whether it is.</summary>
    public abstract void Commit();

    /// <summary>Takes it back, if there is one.</summary>
    public abstract void RollBack();

    /// <summary>Begins a part of the transaction that can be taken back alone. Parts do not nest.</summary>
    public void BeginItem() => Prepare(Savepoint).RunLater();

    /// <summary>Takes the part back, and what of it is still to be sent.</summary>
    public virtual void UndoItem()
    {
        Prepare("ROLLBACK TO item").RunLater();
        Prepare("RELEASE item").RunLater();
    }

    /// <summary>Keeps the part, if the transaction is kept. What was run later has been sent when this is called (<see cref="Flush"/>).</summary>
    public void EndItem() => Prepare("RELEASE item").RunLater();

    /// <summary>Runs reads that see one moment.</summary>
    public abstract TResult InOneSnapshot<TResult>(Func<TResult> read);

    /// <summary>A new connection in place of a broken one, with the same rights and locks. The old one must not be used again.</summary>
    /// <exception cref="LogInUseException">Another process took the writer's lock.</exception>
    public virtual Database Reopen() => throw new NotSupportedException("this connection is not lost");

    /// <summary>Makes deleted rows of a table unreadable, as far as the engine can.</summary>
    /// <param name="table">The table.</param>
    public abstract void Scrub(string table);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes.</summary>
    protected abstract void Dispose(bool disposing);
}
