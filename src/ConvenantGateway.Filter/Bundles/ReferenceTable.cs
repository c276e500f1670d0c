namespace ConvenantGateway.Filter;

/// <summary>
/// Finds the entry that a reference names: by <c>Type/id</c> or by <c>urn:uuid:…</c>. An absolute address finds nothing: it would tell where the Bundle comes from. Two entries with one name make that
/// name find nothing: who is meant is not guessed. Open addressing over offsets; reused.
/// </summary>
internal sealed class ReferenceTable
{
    private Slot[] _slots = new Slot[64];
    private int _count;

    /// <summary>Adds a name of an entry: <c>Type</c> and <c>id</c>, or a whole <c>fullUrl</c> as <paramref name="second"/>.</summary>
    public void Add(ReadOnlySpan<byte> input, TextSpan first, TextSpan second, int entry)
    {
        if ((_count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        var hash = Hash(first.Of(input), second.Of(input));
        for (var at = (int)(hash & (uint)(_slots.Length - 1)); ; at = (at + 1) & (_slots.Length - 1))
        {
            ref var slot = ref _slots[at];
            if (!slot.IsUsed)
            {
                slot = new Slot(true, hash, first, second, entry);
                _count++;
                return;
            }

            if (slot.Hash == hash && slot.First.Of(input).SequenceEqual(first.Of(input)) && slot.Second.Of(input).SequenceEqual(second.Of(input)))
            {
                slot = slot with { Entry = slot.Entry == entry ? entry : -1 };
                return;
            }
        }
    }

    /// <summary>The entry that a text names; -1 for none.</summary>
    public int Find(ReadOnlySpan<byte> input, ReadOnlySpan<byte> reference)
    {
        var slash = reference.IndexOf((byte)'/');
        var first = slash < 0 ? default : reference[..slash];
        var second = reference[(slash + 1)..];
        var hash = Hash(first, second);
        for (var at = (int)(hash & (uint)(_slots.Length - 1)); _slots[at].IsUsed; at = (at + 1) & (_slots.Length - 1))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.Hash == hash && slot.First.Of(input).SequenceEqual(first) && slot.Second.Of(input).SequenceEqual(second))
            {
                return slot.Entry;
            }
        }

        return -1;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _slots.AsSpan().Clear();
        _count = 0;
    }

    // Seeded per process, so that nobody can send names that all fall in one place.
    private static uint Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var hash = default(HashCode);
        hash.AddBytes(first);
        hash.Add((byte)'/');
        hash.AddBytes(second);
        return (uint)hash.ToHashCode();
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (!slot.IsUsed)
            {
                continue;
            }

            var at = (int)(slot.Hash & (uint)(_slots.Length - 1));
            while (_slots[at].IsUsed)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = slot;
        }
    }

    private readonly record struct Slot(bool IsUsed, uint Hash, TextSpan First, TextSpan Second, int Entry);
}
