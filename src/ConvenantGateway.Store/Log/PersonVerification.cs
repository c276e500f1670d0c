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
    private const int MostViewers = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(KeyedHash.KeySize);
    private readonly byte[] _viewerKey = RandomNumberGenerator.GetBytes(KeyedHash.KeySize);
    private readonly List<(byte[] Name, ulong Hash)> _viewers = [];
    private ulong _sum;
    private long _named;

    /// <summary>A view names a person; once per person and view.</summary>
    public void Add(long index, ReadOnlySpan<byte> viewer, ReadOnlySpan<byte> person)
    {
        _named++;
        _sum = unchecked(_sum + Hash(index, viewer, person));
    }

    /// <summary>Compares.</summary>
    public void End(LogVerifier verifier)
    {
        var rows = database.Scan("SELECT person, viewer, idx FROM view_person");
        long stored = 0;
        while (rows.Step())
        {
            stored++;
            _sum = unchecked(_sum - Hash(rows.Long(2), rows.Utf8(1), rows.Span(0)));
        }

        if (_sum != 0)
        {
            Name(verifier);
        }

        if (stored != _named)
        {
            verifier.Found($"search by person: {stored} entries are stored and the views name {_named}");
        }
        else if (_sum != 0)
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

    private ulong Hash(long index, ReadOnlySpan<byte> viewer, ReadOnlySpan<byte> person)
    {
        var size = 16 + person.Length;
        var buffer = size <= 512 ? stackalloc byte[size] : new byte[size];
        BinaryPrimitives.WriteInt64LittleEndian(buffer, index);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer[8..], Viewer(viewer));
        person.CopyTo(buffer[16..]);
        return KeyedHash.Of(_key, buffer);
    }

    // Few organisations have views: each is hashed once, under a key of its own.
    private ulong Viewer(ReadOnlySpan<byte> viewer)
    {
        foreach (var (name, known) in _viewers)
        {
            if (viewer.SequenceEqual(name))
            {
                return known;
            }
        }

        var hash = KeyedHash.Of(_viewerKey, viewer);
        if (_viewers.Count < MostViewers)
        {
            _viewers.Add((viewer.ToArray(), hash));
        }

        return hash;
    }
}
