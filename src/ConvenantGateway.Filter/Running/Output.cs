using System.Buffers;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>
/// The bytes that stay. Neighbouring pieces of the input are joined to one run and copied once; going back to a mark undoes everything after it. The buffer is pooled and cleared on return.
/// </summary>
internal ref struct Output(ReadOnlySpan<byte> input)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(input.Length, 256) + 512);
    private int _length;
    private int _used;
    private int _runStart;
    private int _runEnd;

    /// <summary>Bytes so far; only valid right after <see cref="Flush"/>.</summary>
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

    /// <summary>Adds a character of structure: that of the input at a position if it stands there, else a new one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Structure(int position, byte character)
    {
        if ((uint)position < (uint)_input.Length && _input[position] == character)
        {
            Copy(position, position + 1);
        }
        else
        {
            Literal(character);
        }
    }

    /// <summary>Adds a byte that is not in the input.</summary>
    public void Literal(byte character)
    {
        Flush();
        Reserve(1);
        _buffer[_length++] = character;
    }

    /// <summary>Adds bytes that are not in the input.</summary>
    public void Literal(scoped ReadOnlySpan<byte> bytes)
    {
        Flush();
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Puts bytes in at an earlier position. Only right after <see cref="Flush"/>.</summary>
    public void Insert(int position, ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        _buffer.AsSpan(position, _length - position).CopyTo(_buffer.AsSpan(position + bytes.Length));
        bytes.CopyTo(_buffer.AsSpan(position));
        _length += bytes.Length;
    }

    /// <summary>Writes the run that is open.</summary>
    public void Flush()
    {
        var count = _runEnd - _runStart;
        if (count > 0)
        {
            Reserve(count);
            _input.Slice(_runStart, count).CopyTo(_buffer.AsSpan(_length));
            _length += count;
        }

        // No piece of the input begins at -1: nothing joins a run that was written.
        _runStart = _runEnd = -1;
    }

    /// <summary>What is left, in an array of its own.</summary>
    public byte[] ToArray()
    {
        Flush();
        return _buffer.AsSpan(0, _length).ToArray();
    }

    /// <summary>Clears the buffer and gives it back.</summary>
    public void Return()
    {
        var buffer = _buffer;
        _buffer = [];
        buffer.AsSpan(0, _used).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Reserve(int count)
    {
        // What was written stays in the buffer after going back to a mark, and is cleared with the rest.
        _used = Math.Max(_used, _length + count);
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
