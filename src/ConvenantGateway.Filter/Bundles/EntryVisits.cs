namespace ConvenantGateway.Filter;

/// <summary>The entries that a search for persons has come to, each once. Reused; clearing costs nothing.</summary>
internal sealed class EntryVisits
{
    private int[] _stamps = [];
    private int[] _order = [];
    private int _stamp;

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>In the order of coming.</summary>
    public int this[int at] => _order[at];

    /// <summary>Starts anew.</summary>
    public void Begin(int entries)
    {
        if (_stamps.Length < entries)
        {
            _stamps = new int[Math.Max(entries, _stamps.Length * 2)];
            _order = new int[_stamps.Length];
            _stamp = 0;
        }

        if (_stamp == int.MaxValue)
        {
            _stamps.AsSpan().Clear();
            _stamp = 0;
        }

        _stamp++;
        Count = 0;
    }

    /// <summary>Adds an entry, unless it is there.</summary>
    public void Add(int entry)
    {
        if (_stamps[entry] != _stamp)
        {
            _stamps[entry] = _stamp;
            _order[Count++] = entry;
        }
    }
}
