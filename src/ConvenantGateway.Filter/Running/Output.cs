using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>
/// The bytes that stay. Neighbouring pieces of the input are joined to one run and copied once; going back to a mark undoes everything after it. Writes to a <see cref="FilterBuffer"/>; a buffer
/// that is full sets <see cref="IsFull"/> and takes nothing more.
/// </summary>
internal ref struct Output(ReadOnlySpan<byte> input, FilterBuffer buffer)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private readonly FilterBuffer _buffer = buffer;
    private int _length = buffer.Length;
    private int _runStart;
    private int _runEnd;

    /// <summary>Where the first byte of this pass goes.</summary>
    public int Start { get; } = buffer.Length;

    /// <summary>True if there was no room.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Where the next byte goes; only valid right after <see cref="Flush"/>.</summary>
    public readonly int Length => _length;

    /// <summary>A point to go back to.</summary>
    public readonly OutputMark Mark() => new(_length, _runStart, _runEnd);

    /// <summary>Undoes everything after a mark.</summary>
    public void Rollback(in OutputMark mark)
    {
        _length = mark.Length;
        _runStart = mark.RunStart;
        _runEnd = mark.RunEnd;
    }

    /// <summary>Adds a piece of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Copy(int start, int end)
    {
        if (start != _runEnd)
        {
            Flush();
            _runStart = start;
        }

        _runEnd = end;
    }

    /// <summary>Adds a byte that is not in the input.</summary>
    public void Literal(byte character) => Literal([character]);

    /// <summary>Adds bytes that are not in the input.</summary>
    public void Literal(scoped ReadOnlySpan<byte> bytes)
    {
        Flush();
        if (HasRoom(bytes.Length))
        {
            bytes.CopyTo(_buffer.Bytes.AsSpan(_length));
            _length += bytes.Length;
        }
    }

    /// <summary>Puts bytes in at an earlier position. Only right after <see cref="Flush"/>.</summary>
    public void Insert(int position, ReadOnlySpan<byte> bytes)
    {
        if (HasRoom(bytes.Length))
        {
            _buffer.Bytes.AsSpan(position, _length - position).CopyTo(_buffer.Bytes.AsSpan(position + bytes.Length));
            bytes.CopyTo(_buffer.Bytes.AsSpan(position));
            _length += bytes.Length;
        }
    }

    /// <summary>Writes the run that is open.</summary>
    public void Flush()
    {
        var count = _runEnd - _runStart;
        if (count > 0 && HasRoom(count))
        {
            _input.Slice(_runStart, count).CopyTo(_buffer.Bytes.AsSpan(_length));
            _length += count;
        }

        // No piece of the input begins at -1: nothing joins a run that was written.
        _runStart = _runEnd = -1;
    }

    /// <summary>Ends the pass: what was written stays in the buffer, or nothing of it does.</summary>
    /// <returns>How many bytes stay.</returns>
    public int End(bool stays)
    {
        Flush();
        _buffer.Length = stays ? _length : Start;
        return _buffer.Length - Start;
    }

    private bool HasRoom(int count)
    {
        if (IsFull || !_buffer.TryReserve(_length, count))
        {
            IsFull = true;
            return false;
        }

        // What was written stays in the buffer after going back to a mark, and is cleared with the rest.
        _buffer.Used = Math.Max(_buffer.Used, _length + count);
        return true;
    }
}
