using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ConvenantGateway.Audit;

/// <summary>A commitment to a tree (C2SP tlog-checkpoint). Immutable.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, ReadOnlyMemory<byte> Root)
{
    /// <summary>Opens a signed checkpoint; false unless the key signed it and its three lines are well formed and in canonical form.</summary>
    /// <param name="note">The exact bytes.</param>
    /// <param name="key">The log's key; its name must be the origin.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public static bool TryOpen(ReadOnlySpan<byte> note, VerifierKey key, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!SignedNote.TryOpen(note, key, out var text))
        {
            return false;
        }

        var lines = text.Split('\n');
        var root = new byte[MerkleHash.Size + 3];
        if (lines.Length != 4 || lines[0] != key.Name || lines[3].Length != 0
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Convert.TryFromBase64String(lines[2], root, out var written) || written != MerkleHash.Size)
        {
            return false;
        }

        checkpoint = new Checkpoint(lines[0], size, root.AsMemory(0, MerkleHash.Size));
        if (checkpoint.ToString() == text)
        {
            return true;
        }

        checkpoint = null;
        return false;
    }

    /// <summary>The signed note.</summary>
    public byte[] Sign(NoteSigner signer) => signer.Sign(ToString());

    /// <summary>The three lines that are signed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n");
}
