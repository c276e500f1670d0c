using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ConvenantGateway.Audit;

/// <summary>
/// The keys to trust for a log, each with the tree sizes that it signs: one key in most logs; more where a key was changed (their spans may overlap) or where an epoch began after a restore.
/// Immutable; thread safe.
/// </summary>
public sealed class LogKeys
{
    /// <summary>Makes the list.</summary>
    /// <param name="spans">In the order in which the keys came; at least one.</param>
    public LogKeys(ImmutableArray<LogKeySpan> spans)
    {
        ArgumentOutOfRangeException.ThrowIfZero(spans.Length);
        Spans = spans;
    }

    /// <summary>The keys in the order in which they came.</summary>
    public ImmutableArray<LogKeySpan> Spans { get; }

    /// <summary>The key that signs now.</summary>
    public VerifierKey Newest => Spans[^1].Key;

    /// <summary>One key for trees of every size.</summary>
    public static LogKeys Of(VerifierKey key) => new([new LogKeySpan(key, 0, null)]);

    /// <summary>Opens a checkpoint of a tree of a size; false unless a key that signs that size signed it, or the checkpoint speaks of another size.</summary>
    /// <param name="note">The exact bytes.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public bool TryOpen(ReadOnlySpan<byte> note, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        foreach (var span in Spans)
        {
            if (Checkpoint.TryOpen(note, span.Key, out checkpoint) && span.Covers(checkpoint.Size))
            {
                return true;
            }
        }

        checkpoint = null;
        return false;
    }
}
