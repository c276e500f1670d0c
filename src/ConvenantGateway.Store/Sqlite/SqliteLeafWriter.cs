using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Inserts each row as it comes: a statement costs SQLite a microsecond.</summary>
internal sealed class SqliteLeafWriter(Database database) : LeafWriter(database)
{
    private readonly Statement _leaf = database.Prepare(
        "INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");

    private readonly Statement _last = database.Prepare("SELECT max(idx) FROM leaf");
    private readonly Statement _view = database.Prepare("INSERT INTO view (id, idx, viewer, sealed) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement _person = database.Prepare("INSERT INTO view_person (person, viewer, idx) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    /// <inheritdoc/>
    public override void Begin(long size)
    {
        var isThatLong = (_last.Step() && !_last.IsNull(0) ? _last.Long(0) + 1 : 0) == size;
        _last.Reset();
        if (!isThatLong)
        {
            throw new LogStoreException(NotThatLong, isPermanent: true, null);
        }
    }

    /// <inheritdoc/>
    public override void Write(long index, PreparedRecord item)
    {
        var record = item.Record;
        Span<byte> transaction = stackalloc byte[16];
        record.Transaction.TryWriteBytes(transaction, bigEndian: true, out _);
        _leaf.Bind(1, index).Bind(2, item.LeafHash).Bind(3, item.Leaf).Bind(4, record.Time.ToUnixTimeMilliseconds()).Bind(5, transaction)
            .Bind(6, (long)record.Type).Bind(7, record.Caller).Bind(8, record.Counterparty).Bind(9, record.Purpose).Bind(10, record.Outcome).Bind(11, Rules(record)).Bind(12, record.Emergency ? 1 : 0).Run();
        for (var i = 0; i < item.Views.Length; i++)
        {
            var view = item.Views[i];
            _view.Bind(1, (index * ViewsPerLeaf) + i).Bind(2, index).Bind(3, view.Viewer).Bind(4, view.Envelope.Span).Run();
            foreach (var person in view.Persons)
            {
                _person.Bind(1, person.Span).Bind(2, view.Viewer).Bind(3, index).Run();
            }
        }
    }
}
