using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>
/// The key numbers of the objects that are open, innermost last: what tells a name that may stand twice. Reused for every resource; not thread safe. Bounded: an object with more names than
/// <see cref="Most"/> is checked by its names instead.
/// </summary>
internal sealed class KeyStack
{
    /// <summary>Names of one object that are kept here.</summary>
    public const int Most = 128;

    private readonly ulong[] _keys = new ulong[ResourceFilter.MaxDepth * (Most + 1)];

    /// <summary>Where the next one goes; also the mark of an object that opens.</summary>
    public int Count { get; set; }

    /// <summary>Opens an object within the one that opened at a mark, which is kept below its names; gives its own mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Open(int mark)
    {
        _keys[Count++] = (uint)mark;
        return Count;
    }

    /// <summary>Closes the object that opened at a mark; gives the mark of the one around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Close(int mark)
    {
        Count = mark - 1;
        return (int)_keys[Count];
    }

    /// <summary>Adds a name of the object that opened at a mark.</summary>
    /// <returns>False if its number is there already or there are too many: then the names themselves must be compared.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int mark, ulong key)
    {
        var keys = _keys;
        var count = Count;
        if (count - mark >= Most)
        {
            return false;
        }

        for (var i = mark; i < count; i++)
        {
            if (keys[i] == key)
            {
                return false;
            }
        }

        keys[count] = key;
        Count = count + 1;
        return true;
    }
}
