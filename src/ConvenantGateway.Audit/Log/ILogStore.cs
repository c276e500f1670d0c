namespace ConvenantGateway.Audit;

/// <summary>Where the log is kept. The log calls <see cref="Commit"/> from one thread at a time; <see cref="Prepare"/> from many.</summary>
public interface ILogStore
{
    /// <summary>The edge of the stored tree: at start, and after a commit that failed, before the next one.</summary>
    /// <exception cref="LogStoreException">It cannot be read now.</exception>
    TreeState LoadTree();

    /// <summary>Commits something that is no record, synced to disk: says whether the store takes commits again.</summary>
    /// <exception cref="LogStoreException">It does not.</exception>
    void Probe();

    /// <summary>Does all work on companion writes that needs no transaction (encryption, keys), on the producer's thread.</summary>
    object Prepare(ICompanionWrites companion);

    /// <summary>The same, for writes whose keys may have been destroyed since: seals them under those of now. By whoever commits next, outside a transaction.</summary>
    /// <param name="prepared">What <see cref="Prepare"/> made.</param>
    /// <returns>What <see cref="Commit"/> takes in its place.</returns>
    object PrepareAgain(object prepared);

    /// <summary>
    /// Writes a batch in one transaction: per item its companion writes and its leaf (<see cref="LogBatch.Accept"/>) or neither (<see cref="LogBatch.Reject"/>), then the tiles and the checkpoint of
    /// <see cref="LogBatch.Seal"/>. When it returns, everything is synced to disk. If no item is left there is nothing to commit.
    /// </summary>
    /// <exception cref="LogStoreException">Nothing may be taken as written.</exception>
    void Commit(LogBatch batch);
}
