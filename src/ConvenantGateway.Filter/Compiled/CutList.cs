using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>Numbers the places where something can be cut, so that a run only counts. Used while compiling only.</summary>
internal sealed class CutList
{
    private readonly Dictionary<(string Path, uint Categories), int> _ids = [];
    private readonly List<WithheldElement> _cuts = [];

    /// <summary>The number of a path and category; equal ones share a number.</summary>
    public int Add(string path, uint required)
    {
        var categories = Requirement.Categories(required);
        if (!_ids.TryGetValue((path, categories.Bits), out var id))
        {
            id = _cuts.Count;
            _ids.Add((path, categories.Bits), id);
            _cuts.Add(new WithheldElement(path, categories, 0));
        }

        return id;
    }

    /// <summary>All of them, by number.</summary>
    public ImmutableArray<WithheldElement> ToImmutable() => [.. _cuts];
}
