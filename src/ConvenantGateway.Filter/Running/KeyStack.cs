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

    private readonly ulong[] _keys = new ulong[ResourceFilter.MaxDepth * Most];

    /// <summary>Where the next one goes; also the mark of an object that opens.</summary>
    public int Count { get; set; }

    /// <summary>Adds a name of the object that opened at a mark.</summary>
    /// <returns>False if its number is there already or there are too many: then the names themselves must be compared.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int mark, ulong key)
    {
        var count = Count - mark;
        if (count >= Most || _keys.AsSpan(mark, count).Contains(key))
        {
            return false;
        }

        _keys[Count++] = key;
        return true;
    }
}
