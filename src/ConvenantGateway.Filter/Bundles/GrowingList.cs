namespace ConvenantGateway.Filter;

/// <summary>A list whose items can be had as a span and changed in place; keeps its memory.</summary>
internal sealed class GrowingList<T>
{
    private T[] _items = new T[16];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>The items.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        _items[Count++] = item;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;
}
