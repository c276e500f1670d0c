using System.Numerics;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>The properties that a JSON object of one type can have in one place, in a table without collisions. Immutable once compiled; thread safe.</summary>
internal sealed class ObjectShape
{
    private ElementShape?[] _table = [];
    private ulong _factor;
    private int _shift;

    /// <summary>The number under which unknown elements are counted.</summary>
    public required int UnknownId { get; init; }

    /// <summary>Per mask bit: the bytes to write, without a comma.</summary>
    public byte[][] Masks { get; private set; } = [];

    /// <summary>How many 64-bit words the duplicate test needs.</summary>
    public int SeenWords { get; private set; }

    /// <summary>The masks whose element is a modifier: it has none, and its loss takes the whole object.</summary>
    public ulong ModifierBits { get; private set; }

    /// <summary>For a Reference with a line for its <c>identifier</c> or <c>display</c>: what may stay if its target may not be named; null if nothing.</summary>
    public ObjectShape? WithoutTarget { get; init; }

    /// <summary>Sets the properties; called once, by the compiler.</summary>
    public void Seal(IReadOnlyList<ElementShape> elements, byte[][] masks)
    {
        foreach (var element in elements)
        {
            element.Seal();
        }

        Masks = masks;
        for (var i = 0; i < masks.Length; i++)
        {
            ModifierBits |= masks[i].Length == 0 ? 1UL << i : 0;
        }

        SeenWords = (elements.Count + 63) / 64;
        for (var bits = BitOperations.Log2((uint)Math.Max(elements.Count, 1)) + 2; ; bits++)
        {
            _shift = 64 - bits;
            for (var attempt = 1UL; attempt <= 64; attempt++)
            {
                _factor = unchecked((0x9E3779B97F4A7C15UL * attempt) ^ (attempt << 17)) | 1;
                if (TryPlace(elements, 1 << bits))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Finds a property by its unescaped UTF-8 name; null if R4 does not have it here.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hash">The number of the name (<see cref="NameKey.Hash"/>).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementShape? Find(ReadOnlySpan<byte> name, out ulong hash)
    {
        var key = NameKey.Of(name);
        hash = key.Hash;
        var found = _table[Slot(hash)];
        return found is not null && found.First == key.First && found.Last == key.Last && found.Length == key.Length
            && (key.Length <= NameKey.Whole || name.SequenceEqual(found.Name))
                ? found
                : null;
    }

    private bool TryPlace(IReadOnlyList<ElementShape> elements, int size)
    {
        var table = new ElementShape?[size];
        foreach (var element in elements)
        {
            ref var slot = ref table[Slot(NameKey.Of(element.Name).Hash)];
            if (slot is not null)
            {
                return false;
            }

            slot = element;
        }

        _table = table;
        return true;
    }

    private int Slot(ulong key) => (int)(unchecked(key * _factor) >> _shift);
}
