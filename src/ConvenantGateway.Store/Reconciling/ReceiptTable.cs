using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>A partner's list, kept in a temporary file of the database engine, so that it may be larger than memory. Not thread safe.</summary>
internal sealed class ReceiptTable : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=;Pooling=False");
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _mark;
    private SqliteTransaction? _transaction;

    public ReceiptTable()
    {
        _connection.Open();
        using var create = Command("CREATE TABLE receipt (tx BLOB PRIMARY KEY, line INTEGER NOT NULL, digest TEXT NOT NULL, idx INTEGER, leaf TEXT NOT NULL, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID");
        create.ExecuteNonQuery();
        _transaction = _connection.BeginTransaction();
        _insert = Command("INSERT INTO receipt (tx, line, digest, idx, leaf, seen) VALUES ($tx, $line, $digest, $idx, $leaf, 0) ON CONFLICT (tx) DO NOTHING", "$tx", "$line", "$digest", "$idx", "$leaf");
        _find = Command("SELECT line, digest, idx, leaf FROM receipt WHERE tx = $tx", "$tx");
        _mark = Command("UPDATE receipt SET seen = 1 WHERE tx = $tx", "$tx");
    }

    /// <summary>Adds a line; the earlier one if the transaction is there already.</summary>
    public ListedReceipt? Add(ListedReceipt receipt)
    {
        Bind(_insert, receipt.Transaction.ToByteArray(bigEndian: true), receipt.Line, receipt.Digest, receipt.Index is { } index ? index : DBNull.Value, receipt.Leaf);
        return _insert.ExecuteNonQuery() == 1 ? null : Find(receipt.Transaction);
    }

    /// <summary>The line of a transaction, or null.</summary>
    public ListedReceipt? Find(Guid transaction)
    {
        Bind(_find, transaction.ToByteArray(bigEndian: true));
        using var row = _find.ExecuteReader();
        return row.Read() ? Read(row, transaction) : null;
    }

    /// <summary>The log has it.</summary>
    public void Mark(Guid transaction)
    {
        Bind(_mark, transaction.ToByteArray(bigEndian: true));
        _mark.ExecuteNonQuery();
    }

    /// <summary>What the log did not have, in the order of the list.</summary>
    public IEnumerable<ListedReceipt> Unseen()
    {
        using var all = Command("SELECT line, digest, idx, leaf, tx FROM receipt WHERE seen = 0 ORDER BY line");
        using var row = all.ExecuteReader();
        while (row.Read())
        {
            yield return Read(row, new Guid(row.GetFieldValue<byte[]>(4), bigEndian: true));
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
        _mark.Dispose();
        _transaction?.Dispose();
        _transaction = null;
        _connection.Dispose();
    }

    private static ListedReceipt Read(SqliteDataReader row, Guid transaction) =>
        new(row.GetInt64(0), transaction, row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetString(3));

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = _transaction;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }
}
