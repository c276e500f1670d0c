using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ConvenantGateway.Audit;

/// <summary>
/// Recomputes a log from its records and compares it with what is stored and signed. Needs the log's keys and nothing of the gateway: no database, no configuration. Feed it in order; not
/// thread safe. It trusts nothing that it is fed: hashes are computed, never taken over.
/// </summary>
/// <param name="keys">The keys to trust.</param>
/// <param name="begin">The edge of the tree before the first record that is fed; null to begin at record 0. A wrong edge is found by the next checkpoint.</param>
public sealed class LogVerifier(LogKeys keys, TreeState? begin = null)
{
    private const int MaxFindings = 100;

    private readonly TreeState _tree = begin ?? new();
    private readonly List<string> _findings = [];
    private readonly Dictionary<string, SignedRange> _signed = new(StringComparer.Ordinal);
    private long _goodSize;

    /// <summary>Verifies with one key.</summary>
    public LogVerifier(VerifierKey key)
        : this(LogKeys.Of(key))
    {
    }

    /// <summary>How many leaves the tree has so far: those before the beginning and those that were fed.</summary>
    public long Size => _tree.Size;

    /// <summary>Adds the next record by its stored bytes.</summary>
    /// <param name="index">The index under which it is stored.</param>
    /// <param name="bytes">The stored bytes.</param>
    /// <param name="storedHash">The leaf hash stored beside it.</param>
    /// <returns>Tiles that are full with this leaf, to be compared by <see cref="CompareTile"/>.</returns>
    public ImmutableArray<HashTile> AddRecord(long index, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> storedHash)
    {
        if (index != _tree.Size)
        {
            Found($"record {_tree.Size}: is missing; the next stored index is {index}");
        }

        var hash = MerkleHash.Leaf(bytes);
        if (!storedHash.SequenceEqual(hash))
        {
            Found($"record {index}: the stored bytes do not hash to the stored leaf hash");
        }

        return _tree.Append(hash);
    }

    /// <summary>Adds the next leaf where only its hash is known.</summary>
    /// <param name="leafHash">32 bytes.</param>
    public void AddLeafHash(ReadOnlySpan<byte> leafHash) => _tree.Append(leafHash.ToArray());

    /// <summary>Compares a stored tile with the computed one.</summary>
    /// <param name="computed">From <see cref="AddRecord"/>.</param>
    /// <param name="storedHashes">The stored hashes; empty if the tile is not stored.</param>
    /// <param name="storedRoot">The stored root.</param>
    public void CompareTile(HashTile computed, ReadOnlySpan<byte> storedHashes, ReadOnlySpan<byte> storedRoot)
    {
        for (var i = 0; i < HashTile.Width; i++)
        {
            var at = i * MerkleHash.Size;
            if (storedHashes.Length < at + MerkleHash.Size || !storedHashes.Slice(at, MerkleHash.Size).SequenceEqual(computed.Hashes.Span.Slice(at, MerkleHash.Size)))
            {
                var entry = (computed.Index * HashTile.Width) + i;
                Found(computed.Level == 0
                    ? $"record {entry}: the hash in tile 0/{computed.Index} is another"
                    : $"tile {computed.Level}/{computed.Index}: hash {i} is another (records {entry << (8 * computed.Level)} to {((entry + 1) << (8 * computed.Level)) - 1})");
                break;
            }
        }

        if (storedHashes.Length > HashTile.Width * MerkleHash.Size || !storedRoot.SequenceEqual(computed.Root.Span))
        {
            Found($"tile {computed.Level}/{computed.Index}: the stored root is another");
        }
    }

    /// <summary>Compares a checkpoint with the tree that was fed so far; call it when <see cref="Size"/> is the checkpoint's.</summary>
    /// <param name="note">The signed note.</param>
    public void CompareCheckpoint(ReadOnlySpan<byte> note)
    {
        if (!TryOpen(note, out var checkpoint))
        {
            Found($"checkpoint of size {_tree.Size}: not signed by `{keys.Newest.Name}` with the given key, or changed");
            return;
        }

        if (checkpoint.Size != _tree.Size)
        {
            Found($"checkpoint: speaks of {checkpoint.Size} records and {_tree.Size} are there");
            return;
        }

        if (checkpoint.Root.Span.SequenceEqual(_tree.Root()))
        {
            _goodSize = _tree.Size;
            return;
        }

        Found(_tree.Size > _goodSize
            ? $"record {_goodSize}: it or a later one up to {_tree.Size - 1} is not what the checkpoint of size {_tree.Size} signed"
            : $"checkpoint of size {_tree.Size}: signs another tree");
    }

    /// <summary>Adds a finding of a caller that looks at more than the tree.</summary>
    /// <param name="finding">Names the record's index where there is one.</param>
    public void Found(string finding)
    {
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(finding);
        }
    }

    // All keys are tried, so that the result can say which signed what; a key without a line in the note costs nothing.
    private bool TryOpen(ReadOnlySpan<byte> note, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        foreach (var span in keys.Spans)
        {
            if (Checkpoint.TryOpen(note, span.Key, out var found) && span.Covers(found.Size))
            {
                checkpoint = found;
                var name = span.Key.ToString();
                _signed[name] = _signed.TryGetValue(name, out var range) ? range with { Last = found.Size } : new SignedRange(name, found.Size, found.Size);
            }
        }

        return checkpoint is not null;
    }

    /// <summary>The result.</summary>
    public LogVerification Result() => new(_findings.Count == 0, _tree.Size, Convert.ToHexStringLower(_tree.Root()), [.. _findings]) { SignedRanges = [.. _signed.Values.OrderBy(static r => r.First)] };
}
