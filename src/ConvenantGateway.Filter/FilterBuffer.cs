using System.Buffers;
using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// The one contiguous, bounded piece of memory that filtered bytes go to, with the scratch space of the pass: kept and used again, so that filtering allocates nothing. What a resource left stands
/// behind what the one before left. Cleared on <see cref="Clear"/> and <see cref="Dispose"/>, for it held personal data. Not thread safe.
/// </summary>
public sealed class FilterBuffer : IDisposable
{
    private readonly int _mostBytes;
    private CategorySet[] _perRule = [];

    /// <summary>An empty buffer.</summary>
    /// <param name="mostBytes">The most bytes it may hold, 1 and up; a resource that would go over is refused with <see cref="FilterErrorCodes.TooLarge"/>.</param>
    public FilterBuffer(int mostBytes = ResourceFilter.MaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, 1);
        _mostBytes = mostBytes;
    }

    /// <summary>What all resources since the last <see cref="Clear"/> left, one behind the other.</summary>
    public ReadOnlySpan<byte> Written => Bytes.AsSpan(0, Length);

    /// <summary>How many bytes that is.</summary>
    public int Length { get; internal set; }

    internal byte[] Bytes { get; private set; } = [];

    /// <summary>Bytes that may hold something: also what was written and taken back.</summary>
    internal int Used { get; set; }

    internal KeyStack Keys { get; } = new();

    internal CutCounts Cuts { get; } = new();

    internal CutTotals Totals { get; } = new();

    /// <summary>What the last Bundle lost, by path: counts over all its resources, never values. Empty if nothing.</summary>
    public ImmutableArray<WithheldElement> WithheldOfBundle => Totals.ToImmutable();

    /// <summary>What the last resource lost, in the order of its type: paths and counts, never values. Empty if nothing.</summary>
    public ImmutableArray<WithheldElement> Withheld => Cuts.ToImmutable();

    /// <summary>Forgets and clears everything; keeps the memory.</summary>
    public void Clear()
    {
        Bytes.AsSpan(0, Used).Clear();
        (Length, Used) = (0, 0);
        Cuts.Begin(null);
        Totals.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        Cuts.Trim();
        GiveBack();
    }

    /// <summary>Room for what is found per class rule of a type.</summary>
    internal CategorySet[] PerRule(int rules)
    {
        if (_perRule.Length < rules)
        {
            _perRule = new CategorySet[rules];
        }

        return _perRule;
    }

    /// <summary>Adds bytes; false if there is no room.</summary>
    internal bool TryAppend(ReadOnlySpan<byte> bytes)
    {
        if (!TryReserve(Length, bytes.Length))
        {
            return false;
        }

        bytes.CopyTo(Bytes.AsSpan(Length));
        Length += bytes.Length;
        Used = Math.Max(Used, Length);
        return true;
    }

    /// <summary>Room for more bytes; false if that is more than the buffer may hold.</summary>
    internal bool TryReserve(int length, int more)
    {
        if (more > _mostBytes - length)
        {
            return false;
        }

        if (Bytes.Length - length >= more)
        {
            return true;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_mostBytes, Math.Max((long)Bytes.Length * 2, length + more)));
        Bytes.AsSpan(0, length).CopyTo(larger);
        Bytes.AsSpan(0, Used).Clear();
        GiveBack();
        Bytes = larger;
        return true;
    }

    private void GiveBack()
    {
        if (Bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(Bytes);
            Bytes = [];
        }
    }
}
