using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ConvenantGateway.Filter;

/// <summary>What a pass cut, by number; can go back to a mark. Reused; not thread safe.</summary>
internal sealed class CutCounts
{
    private const int IdleCuts = 4096;

    private ResourceShape? _shape;
    private WholeCut? _whole;
    private int[] _log = new int[64];
    private int[] _counts = [];

    /// <summary>How many cuts so far; also the mark to go back to.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of the cuts, in the order of the walk.</summary>
    public ReadOnlySpan<int> Ids => _log.AsSpan(0, Count);

    /// <summary>The cut of the whole resource, or null.</summary>
    public WholeCut? WholeOrNone => _whole;

    /// <summary>The type whose numbers they are; null for one without lines.</summary>
    public ResourceShape? Shape => _shape;

    /// <summary>Starts a resource; null for one without lines.</summary>
    public void Begin(ResourceShape? shape)
    {
        _shape = shape;
        _whole = null;
        Count = 0;
    }

    /// <summary>Gives back the memory that one resource with very many cuts took.</summary>
    public void Trim() => _log = _log.Length > IdleCuts ? new int[64] : _log;

    /// <summary>Counts one.</summary>
    public void Add(int id)
    {
        if (Count == _log.Length)
        {
            Array.Resize(ref _log, _log.Length * 2);
        }

        _log[Count++] = id;
    }

    /// <summary>Forgets all since a mark.</summary>
    public void GoBack(int mark) => Count = mark;

    /// <summary>Says that the resource went as a whole.</summary>
    public void Whole(WholeCut whole) => _whole = whole;

    /// <summary>Paths and counts, the whole first, then in the order of the type: the report does not depend on how the sender sorts.</summary>
    public ImmutableArray<WithheldElement> ToImmutable()
    {
        if (Count == 0 || _shape is null)
        {
            return _whole is { } only ? [only.ToWithheld()] : [];
        }

        if (_counts.Length < _shape.Cuts.Length)
        {
            _counts = new int[_shape.Cuts.Length];
        }

        var kinds = 0;
        foreach (var id in _log.AsSpan(0, Count))
        {
            kinds += _counts[id]++ == 0 ? 1 : 0;
        }

        var at = _whole is null ? 0 : 1;
        var withheld = new WithheldElement[kinds + at];
        if (_whole is { } whole)
        {
            withheld[0] = whole.ToWithheld();
        }

        for (var id = 0; at < withheld.Length; id++)
        {
            if (_counts[id] > 0)
            {
                withheld[at++] = _shape.Cuts[id] with { Count = _counts[id] };
                _counts[id] = 0;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(withheld);
    }
}
