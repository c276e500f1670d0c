using System.Buffers.Binary;
using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Compares the search by person with what the views name. First as two sums of keyed hashes, in one pass without order and without a look-up per row; only if they differ, row by row. The key is random and
/// never stored, so that no other set of rows can be made with the same sum. Not thread safe.
/// </summary>
internal sealed class PersonVerification(Database database)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ulong[] _sum = new ulong[4];
    private long _named;

    /// <summary>A view names a person; once per person and view.</summary>
    public void Add(long index, ReadOnlySpan<byte> viewer, ReadOnlySpan<byte> person)
    {
        _named++;
        Sum(_sum, index, viewer, person, 1);
    }

    /// <summary>Compares.</summary>
    public void End(LogVerifier verifier)
    {
        var rows = database.Scan("SELECT person, viewer, idx FROM view_person");
        long stored = 0;
        while (rows.Step())
        {
            stored++;
            Sum(_sum, rows.Long(2), rows.Utf8(1), rows.Span(0), -1);
        }

        if (_sum.AsSpan().ContainsAnyExcept(0UL))
        {
            Name(verifier);
        }

        if (stored != _named)
        {
            verifier.Found($"search by person: {stored} entries are stored and the views name {_named}");
        }
        else if (_sum.AsSpan().ContainsAnyExcept(0UL))
        {
            verifier.Found("search by person: entries are not those that the views name");
        }
    }

    private void Name(LogVerifier verifier)
    {
        var views = database.Scan("SELECT idx, viewer, sealed FROM view ORDER BY id");
        while (views.Step())
        {
            foreach (var person in Persons(views.Bytes(2)))
            {
                var row = database.Prepare("SELECT 1 FROM view_person WHERE person = ?1 AND viewer = ?2 AND idx = ?3").Bind(1, person.Span).Bind(2, views.Text(1)).Bind(3, views.Long(0));
                if (!row.Step())
                {
                    verifier.Found($"record {views.Long(0)}: is not found by a person that its view names");
                }

                row.Reset();
            }
        }
    }

    // A view that is no envelope has been found before.
    private static IReadOnlyList<ReadOnlyMemory<byte>> Persons(byte[] envelope)
    {
        try
        {
            return ViewEnvelope.Persons(envelope);
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private void Sum(ulong[] sum, long index, ReadOnlySpan<byte> viewer, ReadOnlySpan<byte> person, int sign)
    {
        var length = viewer.Length;
        var size = _key.Length + 16 + length + person.Length;
        var buffer = size <= 512 ? stackalloc byte[size] : new byte[size];
        _key.CopyTo(buffer);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[_key.Length..], index);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[(_key.Length + 8)..], length);
        viewer.CopyTo(buffer[(_key.Length + 16)..]);
        person.CopyTo(buffer[(_key.Length + 16 + length)..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(buffer, hash);
        for (var i = 0; i < sum.Length; i++)
        {
            var part = BinaryPrimitives.ReadUInt64LittleEndian(hash[(8 * i)..]);
            sum[i] = unchecked(sign > 0 ? sum[i] + part : sum[i] - part);
        }
    }
}
