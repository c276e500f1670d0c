using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What a partner itself exchanged, for comparison with its own list.</summary>
public sealed partial class LogDatabase
{
    /// <summary>The partner's exchanges in the order of their index: those that it called and has a view of. Digest, leaf and time are taken from the leaf's bytes, not from the columns beside them.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <exception cref="InvalidDataException">A leaf cannot be read.</exception>
    public IEnumerable<LoggedExchange> ExchangesOf(string partner)
    {
        var rows = _database.Prepare("SELECT l.idx, l.bytes FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1 AND l.caller = ?1 ORDER BY v.idx").Bind(1, partner);
        while (rows.Step())
        {
            var bytes = rows.Bytes(1);
            var record = LeafReader.Parse(bytes).Record;
            yield return new LoggedExchange(rows.Long(0), record.Transaction, record.BodyDigest, Convert.ToHexStringLower(MerkleHash.Leaf(bytes)), record.Time);
        }
    }
}
