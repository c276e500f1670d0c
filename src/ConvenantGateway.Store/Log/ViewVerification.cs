using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Compares stored views with what the leaves say: none missing, none added, none changed, each found by the persons that it names.</summary>
internal sealed class ViewVerification
{
    private readonly Statement _rows;
    private readonly PersonVerification _persons;
    private bool _more;

    public ViewVerification(Database database)
    {
        _persons = new PersonVerification(database);
        _rows = database.Scan("SELECT id, idx, viewer, sealed FROM view ORDER BY id");
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
                Persons(index);
            }

            place++;
        }

        if (place < leaf.Views.Length)
        {
            verifier.Found($"record {index}: {leaf.Views.Length - place} of its views are missing");
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

        _persons.End(verifier);
    }

    private void Persons(long index)
    {
        var persons = ViewEnvelope.Persons(_rows.Bytes(3));
        for (var i = 0; i < persons.Count; i++)
        {
            if (!IsRepeated(persons, i))
            {
                _persons.Add(index, _rows.Text(2), persons[i].Span);
            }
        }
    }

    private static bool IsRepeated(IReadOnlyList<ReadOnlyMemory<byte>> persons, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (persons[i].Span.SequenceEqual(persons[at].Span))
            {
                return true;
            }
        }

        return false;
    }
}
