using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>
/// A place in UTF-8 JSON that moves token by token and checks all it passes: grammar, control characters, escapes, depth, names that stand twice. Small, so that a copy can look ahead. The bytes must
/// be valid UTF-8 before. Every method that returns false has either reached an end or set <see cref="Fault"/>; after a fault nothing may be used.
/// </summary>
internal ref partial struct JsonCursor(ReadOnlySpan<byte> input, KeyStack keys)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private readonly KeyStack _keys = keys;
    private int _depth;
    private bool _trustsKeys;
    private bool _isLoose;
    private int _block = -Block;
    private ulong _specials;

    /// <summary>The next byte.</summary>
    public int At { get; set; }

    /// <summary>What is wrong.</summary>
    public JsonFault Fault { get; private set; }

    /// <summary>Position of the comma before the key that was read last.</summary>
    public int CommaAt { get; private set; }

    /// <summary>Position of the first byte of the text that was read last, after its quote.</summary>
    public int TextStart { get; private set; }

    /// <summary>Position of the closing quote of the text that was read last.</summary>
    public int TextEnd { get; private set; }

    /// <summary>True if the text that was read last holds an escape.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>The text that was read last, as it stands.</summary>
    public readonly ReadOnlySpan<byte> Text => _input[TextStart..TextEnd];

    /// <summary>The byte at the cursor; 0, which begins no token, at the end.</summary>
    public readonly byte Peek
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)At < (uint)_input.Length ? _input[At] : (byte)0;
    }

    /// <summary>A piece of the input.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _input[start..end];

    /// <summary>Where the names of the innermost open object begin in the stack of names.</summary>
    public readonly int KeyMark
    {
        get => _keys.Count;
        set => _keys.Count = value;
    }

    /// <summary>Adds the number of a name (<see cref="KeyStack.TryAdd"/>).</summary>
    public readonly bool TryAddKey(int mark, ulong key) => _keys.TryAdd(mark, key);

    /// <summary>A copy that looks ahead: it does not compare names, for the walk that follows does.</summary>
    public readonly JsonCursor LookAhead()
    {
        var ahead = this;
        ahead._trustsKeys = true;
        return ahead;
    }

    /// <summary>Passes white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipWhite()
    {
        if (Peek <= (byte)' ')
        {
            SkipWhiteSlowly();
        }
    }

    /// <summary>Enters an object or array whose bracket is at the cursor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Open()
    {
        At++;
        return ++_depth <= ResourceFilter.MaxDepth || Fail(JsonFault.TooDeep);
    }

    /// <summary>Moves to the next key of the object, reads it and stops at the first byte of its value. At the end of the object passes the brace.</summary>
    /// <returns>True for a key, in <see cref="Text"/>; false at the end or for a fault.</returns>
    public bool NextKey(bool isFirst)
    {
        if (!NextItem(isFirst, (byte)'}'))
        {
            return false;
        }

        if (Peek != (byte)'"' || !ReadText())
        {
            return Fail(JsonFault.Malformed);
        }

        SkipWhite();
        if (Peek != (byte)':')
        {
            return Fail(JsonFault.Malformed);
        }

        At++;
        SkipWhite();
        return true;
    }

    /// <summary>Stands where <see cref="NextKey"/> would: for a walk that has read the key itself.</summary>
    /// <param name="comma">Position of the comma before it.</param>
    /// <param name="start">Of its first byte.</param>
    /// <param name="end">Of its closing quote, behind which the colon and the value stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StandAtValue(int comma, int start, int end) => (CommaAt, TextStart, TextEnd, IsEscaped, At) = (comma, start, end, false, end + 2);

    /// <summary>Moves to the next item of the array and stops at its first byte. At the end of the array passes the bracket.</summary>
    public bool NextElement(bool isFirst) => NextItem(isFirst, (byte)']');

    /// <summary>True if nothing but white space follows.</summary>
    public bool IsAtEnd()
    {
        SkipWhite();
        return At == _input.Length || Fail(JsonFault.Malformed);
    }

    /// <summary>Sets the first fault. Always false.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Fail(JsonFault fault)
    {
        Fault = Fault == JsonFault.None ? fault : Fault;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextItem(bool isFirst, byte close)
    {
        SkipWhite();
        var next = Peek;
        if (next == close)
        {
            At++;
            _depth--;
            return false;
        }

        if (isFirst)
        {
            return true;
        }

        if (next != (byte)',')
        {
            return Fail(JsonFault.Malformed);
        }

        CommaAt = At++;
        SkipWhite();

        // A comma before the bracket is an item that no token begins: the value's reader refuses it.
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipWhiteSlowly()
    {
        while ((uint)At < (uint)_input.Length && _input[At] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            At++;
        }
    }
}
