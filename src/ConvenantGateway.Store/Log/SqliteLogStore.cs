using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>
/// Writes batches: one transaction, one sync. The log's thread commits; the lock only keeps a test's pragma out of a commit.
/// </summary>
internal sealed class SqliteLogStore(Database database, CompanionPreparer preparer) : ILogStore, IDisposable
{
    private readonly CompanionWriter _companions = new(database);
    private readonly LeafWriter _leaves = new(database);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public TreeState LoadTree()
    {
        lock (_gate)
        {
            return TreeState.Restore(Size(), new SqliteTreeHashes(database));
        }
    }

    /// <inheritdoc/>
    public object Prepare(ICompanionWrites companion) => preparer.Prepare((StoreWrites)companion);

    /// <inheritdoc/>
    public void Commit(LogBatch batch)
    {
        lock (_gate)
        {
            try
            {
                Write(batch);
            }
            catch (SqliteException e)
            {
                throw StoreFaults.Translate(e);
            }
            finally
            {
                RollBackIfOpen();
            }
        }
    }

    /// <summary>Limits the file, in pages: how a test makes the disk full, and gives it room again.</summary>
    internal void LimitPages(long pages)
    {
        lock (_gate)
        {
            database.Run($"PRAGMA max_page_count = {pages}");
        }
    }

    /// <summary>The pages that the file has.</summary>
    internal long Pages()
    {
        lock (_gate)
        {
            var row = database.Prepare("PRAGMA page_count");
            var pages = row.Step() ? row.Long(0) : 0;
            row.Reset();
            return pages;
        }
    }

    public void Dispose() => database.Dispose();

    private void Write(LogBatch batch)
    {
        database.Prepare("BEGIN IMMEDIATE").Run();

        // An earlier commit of unknown outcome may have succeeded after all: then the tree in memory is not the tree on disk.
        if (Size() != batch.FirstIndex)
        {
            throw new LogStoreException("the log on disk is not as long as the tree in memory", isPermanent: true, null);
        }

        for (var i = 0; i < batch.Items.Count; i++)
        {
            var item = batch.Items[i];
            if (item.Companion is not PreparedWrites writes)
            {
                _leaves.Write(batch.NextIndex, item);
                batch.Accept(i);
                continue;
            }

            database.Prepare("SAVEPOINT item").Run();
            try
            {
                _companions.Write(writes, item.Record.Time, batch.NextIndex);
                _leaves.Write(batch.NextIndex, item);
                batch.Accept(i);
            }
            catch (CompanionConflictException e)
            {
                database.Prepare("ROLLBACK TO item").Run();
                batch.Reject(i, e);
            }
            catch (SqliteException e) when (!StoreFaults.ConcernsTheBatch(e))
            {
                database.Prepare("ROLLBACK TO item").Run();
                batch.Reject(i, new AuditUnavailableException("the item's writes were refused by the database", e));
            }

            database.Prepare("RELEASE item").Run();
        }

        if (batch.NextIndex == batch.FirstIndex)
        {
            return;
        }

        _leaves.Write(batch.Seal());
        database.Prepare("COMMIT").Run();
    }

    private long Size()
    {
        var row = database.Prepare("SELECT max(idx) FROM leaf");
        var size = row.Step() && !row.IsNull(0) ? row.Long(0) + 1 : 0;
        row.Reset();
        return size;
    }

    private void RollBackIfOpen()
    {
        // A full disk may have rolled back by itself.
        if (!database.IsAutoCommit)
        {
            database.Prepare("ROLLBACK").Run();
        }
    }
}
