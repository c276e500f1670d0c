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
        // In pages: neither engine then keeps more of them than one, and a read is not held open while they are compared.
        var after = -1L;
        while (Page(partner, after) is { Count: > 0 } page)
        {
            foreach (var exchange in page)
            {
                yield return exchange;
            }

            after = page[^1].Index;
        }
    }

    private List<LoggedExchange> Page(string partner, long after)
    {
        var rows = _database.Prepare("SELECT l.idx, l.bytes FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1 AND l.caller = ?1 AND v.idx > ?2 ORDER BY v.idx LIMIT 1000").Bind(1, partner).Bind(2, after);
        var page = new List<LoggedExchange>();
        while (rows.Step())
        {
            var bytes = rows.Bytes(1);
            var record = LeafReader.Parse(bytes).Record;
            page.Add(new LoggedExchange(rows.Long(0), record.Transaction, record.BodyDigest, Convert.ToHexStringLower(MerkleHash.Leaf(bytes)), record.Time));
        }

        return page;
    }
}
