using System.Collections.Immutable;
using System.Numerics;

namespace ConvenantGateway.Policy;

/// <summary>What may be passed on of received data, by label (domain.md 5.5). Immutable and thread safe.</summary>
internal sealed class OnwardCaps
{
    private const int Labels = 8;
    private readonly OnwardRule?[] _byLabel = new OnwardRule?[Labels];

    public OnwardCaps(ImmutableArray<OnwardRule> rules)
    {
        foreach (var rule in rules)
        {
            _byLabel[BitOperations.TrailingZeroCount((byte)rule.Origin)] = rule;
        }
    }

    /// <summary>The rule of a label; null for none, for several (conflicting labels) and for one that is in no list.</summary>
    public OnwardRule? Of(DataOrigins origins) =>
        BitOperations.PopCount((byte)origins) == 1 ? _byLabel[BitOperations.TrailingZeroCount((byte)origins)] : null;

    /// <summary>The most that may be passed on; everything for the sender's own data.</summary>
    /// <param name="origins">The label.</param>
    /// <param name="evidence">What was shown.</param>
    /// <param name="listed">What an article 20 decision that names sender and receiver lists; nothing without one.</param>
    public CategorySet Cap(DataOrigins origins, Evidence evidence, CategorySet listed)
    {
        if (origins == DataOrigins.None)
        {
            return CategorySet.All;
        }

        return Of(origins) is { } rule && (rule.Evidence & ~evidence) == 0
            ? (rule.WithinArticle20 ? listed : CategorySet.All) - rule.Never
            : default;
    }
}
