using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads and writes <c>erasure</c>.</summary>
internal static class ErasureTable
{
    /// <summary>Writes the rows of a tombstone, inside the log's transaction.</summary>
    public static void Write(Database database, Tombstone tombstone, long index)
    {
        foreach (var key in tombstone.Keys)
        {
            database.Prepare("INSERT INTO erasure (idx, viewer, person, retention, key_id, rule, tx, by_whom, decided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .Bind(1, index).Bind(2, key.Viewer).Bind(3, key.Person.Span).Bind(4, (long)key.Retention).Bind(5, key.KeyId.Span)
                .Bind(6, tombstone.Rule).Bind(7, tombstone.Transaction.ToByteArray(bigEndian: true)).Bind(8, tombstone.By).Bind(9, tombstone.At.UtcTicks).Run();
        }
    }

    /// <summary>The tombstones from an index on, in order.</summary>
    public static ImmutableArray<(long Index, Tombstone Tombstone)> From(Database database, long index)
    {
        var found = ImmutableArray.CreateBuilder<(long, Tombstone)>();
        var rows = database.Prepare("SELECT idx, viewer, person, retention, key_id, rule, tx, by_whom, decided FROM erasure WHERE idx >= ?1 ORDER BY idx, viewer, person, retention").Bind(1, index);
        var (at, keys) = (-1L, ImmutableArray.CreateBuilder<ErasedKey>());
        Tombstone? head = null;
        while (rows.Step())
        {
            if (rows.Long(0) != at)
            {
                Flush();
                at = rows.Long(0);
                head = new Tombstone(new Guid(rows.Span(6), bigEndian: true), new DateTimeOffset(rows.Long(8), TimeSpan.Zero), rows.Text(7), rows.Text(5), []);
            }

            keys.Add(new ErasedKey(rows.Text(1), rows.Bytes(2), (RetentionClass)rows.Long(3), rows.Bytes(4)));
        }

        Flush();
        return found.ToImmutable();

        void Flush()
        {
            if (head is not null)
            {
                found.Add((at, head with { Keys = keys.ToImmutable() }));
                keys.Clear();
            }
        }
    }

    /// <summary>True if the log has a tombstone of the transaction.</summary>
    public static bool Knows(Database database, Guid transaction)
    {
        var row = database.Prepare("SELECT 1 FROM erasure WHERE tx = ?1 LIMIT 1").Bind(1, transaction.ToByteArray(bigEndian: true));
        var known = row.Step();
        row.Reset();
        return known;
    }

    /// <summary>Why a record's values are not readable: the first tombstone after it of a person that its view names; null if there is none.</summary>
    public static ErasureMark? Find(Database database, long index, string viewer, ReadOnlyMemory<byte> envelope)
    {
        ErasureMark? mark = null;
        foreach (var person in ViewEnvelope.Persons(envelope))
        {
            var row = database.Prepare("SELECT idx, rule FROM erasure WHERE viewer = ?1 AND person = ?2 AND retention = ?3 AND idx > ?4 ORDER BY idx LIMIT 1")
                .Bind(1, viewer).Bind(2, person.Span).Bind(3, (long)ViewEnvelope.Retention(envelope)).Bind(4, index);
            if (row.Step())
            {
                mark = mark is null || row.Long(0) < mark.Tombstone ? new ErasureMark(row.Long(0), row.Text(1)) : mark;
                row.Reset();
            }
        }

        return mark;
    }

    /// <summary>The records that the key of a person has sealed since it was made, ascending.</summary>
    public static List<long> SealedBy(Database database, string viewer, ReadOnlySpan<byte> person, RetentionClass retention)
    {
        var found = new List<long>();
        var rows = database.Prepare(
            $"""
            SELECT p.idx FROM view_person p JOIN leaf l ON l.idx = p.idx
            WHERE p.person = ?1 AND p.viewer = ?2 AND {RetentionSql.ClassOfLeaf} = ?3
              AND p.idx > coalesce((SELECT max(e.idx) FROM erasure e WHERE e.viewer = ?2 AND e.person = ?1 AND e.retention = ?3), -1)
            ORDER BY p.idx
            """).Bind(1, person).Bind(2, viewer).Bind(3, (long)retention);
        while (rows.Step())
        {
            found.Add(rows.Long(0));
        }

        return found;
    }

    /// <summary>Compares the rows with the leaves of the tombstones: every tombstone has exactly its rows, every row its tombstone.</summary>
    public static void Verify(Database database, LogVerifier verifier, long first)
    {
        var rows = From(database, first).ToDictionary(static e => e.Index, static e => e.Tombstone);
        var leaves = database.Prepare($"SELECT idx, bytes FROM leaf WHERE type = {(int)RecordType.Erasure} AND idx >= ?1 ORDER BY idx").Bind(1, first);
        while (leaves.Step())
        {
            var index = leaves.Long(0);
            if (!TryParse(leaves.Bytes(1), out var record))
            {
                continue;
            }

            if (!rows.Remove(index, out var tombstone) || tombstone.Digest() != record.BodyDigest || record.Rules is not [var rule] || rule != tombstone.Rule
                || record.Transaction != tombstone.Transaction || record.Caller != tombstone.By)
            {
                verifier.Found($"record {index}: the destroyed keys that are listed are not those of the tombstone");
            }
        }

        foreach (var left in rows.Keys)
        {
            verifier.Found($"record {left}: destroyed keys are listed under it and it is no tombstone");
        }
    }

    private static bool TryParse(byte[] bytes, out ExchangeRecord record)
    {
        try
        {
            record = LeafReader.Parse(bytes).Record;
            return true;
        }
        catch (InvalidDataException)
        {
            // The verifier has said so already.
            record = null!;
            return false;
        }
    }
}
