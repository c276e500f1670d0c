using System.Data.Common;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// Writes batches: one transaction, one sync. One commits at a time; the lock only keeps a test's pragma out of a commit. A connection that was lost is made anew before anything is read or written, with
/// the writer's lock first.
/// </summary>
internal sealed class StoredLog : ILogStore, IDisposable
{
    private readonly CompanionPreparer _preparer;
    private readonly Lock _gate = new();
    private Database _database;
    private CompanionWriter _companions;
    private LeafWriter _leaves;

    public StoredLog(Database database, CompanionPreparer preparer)
    {
        _preparer = preparer;
        _database = database;
        _companions = new CompanionWriter(database);
        _leaves = LeafWriter.Of(database);
    }

    /// <inheritdoc/>
    public TreeState LoadTree() => Guarded(() =>
    {
        Connect();
        return TreeState.Restore(Size(), new StoredTreeHashes(_database));
    });

    /// <inheritdoc/>
    public void Probe() => Guarded(() =>
    {
        Connect();
        _database.Prepare("UPDATE log_identity SET verifier_key = verifier_key").Run();
        return true;
    });

    /// <inheritdoc/>
    public object Prepare(ICompanionWrites companion) => _preparer.Prepare((StoreWrites)companion);

    /// <inheritdoc/>
    public object PrepareAgain(object prepared) => _preparer.Again((PreparedWrites)prepared);

    /// <inheritdoc/>
    public void Commit(LogBatch batch) => Guarded(() =>
    {
        try
        {
            Write(batch);
            return true;
        }
        finally
        {
            RollBackIfOpen();
        }
    });

    /// <summary>Limits the file, in pages: how a test makes the disk full, and gives it room again. SQLite only.</summary>
    internal void LimitPages(long pages)
    {
        lock (_gate)
        {
            _database.Run($"PRAGMA max_page_count = {pages}");
        }
    }

    /// <summary>The pages that the file has. SQLite only.</summary>
    internal long Pages()
    {
        lock (_gate)
        {
            var row = _database.Prepare("PRAGMA page_count");
            var pages = row.Step() ? row.Long(0) : 0;
            row.Reset();
            return pages;
        }
    }

    public void Dispose() => _database.Dispose();

    private T Guarded<T>(Func<T> work)
    {
        lock (_gate)
        {
            try
            {
                return work();
            }
            catch (DbException e)
            {
                throw StoreFaults.Translate(e);
            }
        }
    }

    private void Connect()
    {
        if (!_database.IsBroken)
        {
            return;
        }

        try
        {
            var database = _database.Reopen();
            _database.Dispose();
            _database = database;
            (_companions, _leaves) = (new CompanionWriter(database), LeafWriter.Of(database));
        }
        catch (LogInUseException e)
        {
            throw new LogStoreException("another process took the log over", isPermanent: true, e);
        }
        catch (StoreUnusableException e)
        {
            throw new LogStoreException("the server may not be written to as it is now", isPermanent: false, e);
        }
    }

    private void Write(LogBatch batch)
    {
        _database.Begin();
        _leaves.Begin(batch.FirstIndex);
        for (var i = 0; i < batch.Items.Count; i++)
        {
            WriteCompanion(batch, i);
        }

        if (batch.NextIndex == batch.FirstIndex)
        {
            return;
        }

        for (var i = 0; i < batch.Items.Count; i++)
        {
            if (batch.IndexOf(i) is >= 0 and var index)
            {
                _leaves.Write(index, batch.Items[i]);
            }
        }

        _leaves.Write(batch.Seal());
        _database.Commit();
    }

    private void WriteCompanion(LogBatch batch, int i)
    {
        var item = batch.Items[i];
        if (item.Companion is not PreparedWrites writes)
        {
            batch.Accept(i);
            return;
        }

        _database.BeginItem();
        try
        {
            _companions.Write(writes, item.Record.Time, batch.NextIndex);
            _database.Flush();
            _database.EndItem();
            batch.Accept(i);
        }
        catch (CompanionConflictException e)
        {
            _database.UndoItem();
            batch.Reject(i, e);
        }
        catch (DbException e) when (!StoreFaults.ConcernsTheBatch(e))
        {
            _database.UndoItem();
            batch.Reject(i, new AuditUnavailableException("the item's writes were refused by the database", e));
        }
    }

    private long Size()
    {
        var row = _database.Prepare("SELECT max(idx) FROM leaf");
        var size = row.Step() && !row.IsNull(0) ? row.Long(0) + 1 : 0;
        row.Reset();
        return size;
    }

    private void RollBackIfOpen() => _database.RollBack();
}
