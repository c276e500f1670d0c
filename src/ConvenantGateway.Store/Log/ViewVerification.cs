using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Compares stored views with what the leaves say: none missing, none added, none changed, each found by the persons that it names.</summary>
internal sealed class ViewVerification
{
    private readonly Database _database;
    private readonly Statement _rows;
    private readonly bool _isWhole;
    private readonly PersonVerification _persons;
    private bool _more;

    /// <summary>Begins at the views of a leaf.</summary>
    public ViewVerification(Database database, long first = 0)
    {
        _database = database;
        _isWhole = first == 0;
        _persons = new PersonVerification(database);
        _rows = database.Scan("SELECT id, idx, viewer, sealed FROM view WHERE id >= ?1 ORDER BY id").Bind(1, first * LeafWriter.ViewsPerLeaf);
        _more = _rows.Step();
    }

    /// <summary>Compares the views of the next leaf.</summary>
    public void Compare(LogVerifier verifier, long index, RecordLeaf leaf)
    {
        var place = 0;
        for (; _more && _rows.Long(0) / LeafWriter.ViewsPerLeaf <= index; _more = _rows.Step())
        {
            if (_rows.Long(0) != (index * LeafWriter.ViewsPerLeaf) + place || _rows.Long(1) != index || place >= leaf.Views.Length
                || _rows.Text(2) != leaf.Views[place].Viewer || Convert.ToHexStringLower(SHA256.HashData(_rows.Span(3))) != leaf.Views[place].Ciphertext)
            {
                verifier.Found($"record {index}: view {place} is not the one that the leaf commits to");
            }
            else
            {
                Persons(verifier, index, _rows.Utf8(2), _rows.Span(3));
            }

            place++;
        }

        if (place < leaf.Views.Length)
        {
            verifier.Found($"record {index}: {leaf.Views.Length - place} of its views are missing");
        }
    }

    /// <summary>Compares the views of the next leaf, scanned. Each value is asked of the engine once.</summary>
    public void Compare(LogVerifier verifier, long index, in LeafScan leaf)
    {
        Span<byte> digest = stackalloc byte[ShortHash.Size];
        Span<byte> hex = stackalloc byte[2 * ShortHash.Size];
        var place = 0;
        for (; _more && _rows.Long(0) is var id && id / LeafWriter.ViewsPerLeaf <= index; _more = _rows.Step())
        {
            var viewer = _rows.Utf8(2);
            var envelope = _rows.Span(3);
            ShortHash.Sha256(envelope, digest);
            _ = Convert.TryToHexStringLower(digest, hex, out _);
            if (id != (index * LeafWriter.ViewsPerLeaf) + place || _rows.Long(1) != index || place >= leaf.ViewCount || !viewer.SequenceEqual(leaf.Viewer(place)) || !leaf.Ciphertext(place).SequenceEqual(hex))
            {
                verifier.Found($"record {index}: view {place} is not the one that the leaf commits to");
            }
            else
            {
                Persons(verifier, index, viewer, envelope);
            }

            place++;
        }

        if (place < leaf.ViewCount)
        {
            verifier.Found($"record {index}: {leaf.ViewCount - place} of its views are missing");
        }
    }

    /// <summary>Passes over the views of a leaf that could not be read.</summary>
    public void Skip(long index)
    {
        for (; _more && _rows.Long(0) / LeafWriter.ViewsPerLeaf <= index; _more = _rows.Step())
        {
        }
    }

    /// <summary>Looks for rows that no leaf accounts for.</summary>
    public void End(LogVerifier verifier)
    {
        if (_more)
        {
            verifier.Found($"record {_rows.Long(1)}: a view is stored and no record");
            _rows.Reset();
        }

        if (_isWhole)
        {
            _persons.End(verifier);
        }
    }

    private void Persons(LogVerifier verifier, long index, ReadOnlySpan<byte> viewer, ReadOnlySpan<byte> envelope)
    {
        var persons = ViewEnvelope.PersonsSpan(envelope);
        for (var at = 0; at < persons.Length; at += ViewEnvelope.BlindSize)
        {
            var person = persons.Slice(at, ViewEnvelope.BlindSize);
            if (IsRepeated(persons[..at], person))
            {
                continue;
            }

            if (_isWhole)
            {
                _persons.Add(index, viewer, person);
            }
            else
            {
                Find(verifier, index, person);
            }
        }
    }

    // In a stretch each is looked up: a sum over all entries would have to read the whole table.
    private void Find(LogVerifier verifier, long index, ReadOnlySpan<byte> person)
    {
        var row = _database.Prepare("SELECT 1 FROM view_person WHERE person = ?1 AND viewer = ?2 AND idx = ?3").Bind(1, person).Bind(2, _rows.Text(2)).Bind(3, index);
        if (!row.Step())
        {
            verifier.Found($"record {index}: is not found by a person that its view names");
        }

        row.Reset();
    }

    private static bool IsRepeated(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> person)
    {
        for (var at = 0; at < earlier.Length; at += ViewEnvelope.BlindSize)
        {
            if (earlier.Slice(at, ViewEnvelope.BlindSize).SequenceEqual(person))
            {
                return true;
            }
        }

        return false;
    }
}
