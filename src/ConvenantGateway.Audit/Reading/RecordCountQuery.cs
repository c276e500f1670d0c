using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>What to count: a viewer's records per period, kind and outcome.</summary>
public sealed record RecordCountQuery
{
    /// <summary>The most periods in one query.</summary>
    public const int MaxPeriods = 60;

    /// <summary>The edges of the periods, ascending: a period runs from its edge up to, not including, the next. Two to 61 of them.</summary>
    public required ImmutableArray<DateTimeOffset> Edges { get; init; }

    /// <summary>The types; at least one.</summary>
    public required IReadOnlyList<RecordType> Types { get; init; }

    /// <summary>Throws unless the query can be answered.</summary>
    /// <exception cref="ArgumentException">Too few or too many edges, edges that do not ascend, or no type.</exception>
    public void Check()
    {
        if (Edges.IsDefault || Edges.Length is < 2 or > MaxPeriods + 1)
        {
            throw new ArgumentException("a count has one to 60 periods");
        }

        for (var i = 1; i < Edges.Length; i++)
        {
            if (Edges[i] <= Edges[i - 1])
            {
                throw new ArgumentException("the edges of the periods must ascend");
            }
        }

        if (Types.Count == 0)
        {
            throw new ArgumentException("a count needs a type");
        }
    }
}
