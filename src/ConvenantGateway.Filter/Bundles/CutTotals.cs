using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>What many resources lost together: paths and counts, never values. Reused; not thread safe.</summary>
internal sealed class CutTotals
{
    private readonly Dictionary<ResourceShape, int[]> _counts = [];
    private readonly GrowingList<WholeCut> _wholes = new();

    /// <summary>True if something was lost.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds what one resource lost.</summary>
    public void Add(CutCounts cuts)
    {
        if (cuts.Shape is { } shape && cuts.Count > 0)
        {
            if (!_counts.TryGetValue(shape, out var counts))
            {
                _counts.Add(shape, counts = new int[shape.Cuts.Length]);
            }

            foreach (var id in cuts.Ids)
            {
                counts[id]++;
            }

            Any = true;
        }

        if (cuts.WholeOrNone is { } whole)
        {
            Add(whole);
        }
    }

    /// <summary>Adds a resource that went as a whole.</summary>
    public void Add(WholeCut whole)
    {
        _wholes.Add(whole);
        Any = true;
    }

    /// <summary>All, by path.</summary>
    public ImmutableArray<WithheldElement> ToImmutable()
    {
        var parts = _counts.SelectMany(static pair => pair.Value.Select((count, id) => pair.Key.Cuts[id] with { Count = count })).Where(static w => w.Count > 0);
        return
        [
            .. parts.Concat(_wholes.Items.ToArray().Select(static w => w.ToWithheld()))
                .GroupBy(static w => (w.Path, w.Category))
                .Select(static g => new WithheldElement(g.Key.Path, g.Key.Category, g.Sum(static w => w.Count)))
                .OrderBy(static w => w.Path, StringComparer.Ordinal)
                .ThenBy(static w => w.Category.Bits),
        ];
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        foreach (var counts in _counts.Values)
        {
            counts.AsSpan().Clear();
        }

        _wholes.Clear();
        Any = false;
    }
}
