using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The step plan of one professional group (<c>policies/wegwijzer/&lt;group&gt;.yaml</c>). Immutable and thread safe.</summary>
public sealed class WegwijzerPlan
{
    private readonly FrozenDictionary<string, WegwijzerStep> _steps;
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    internal WegwijzerPlan(string group, string title, string english, ImmutableArray<PartyKind> kinds, string start, ImmutableArray<WegwijzerStep> steps)
    {
        (Group, Title, English, Kinds, Start, Steps) = (group, title, english, kinds, start, steps);
        _steps = steps.ToFrozenDictionary(static s => s.Id, StringComparer.Ordinal);
        Measure(start);
    }

    /// <summary>The slug, e.g. <c>medisch</c>.</summary>
    public string Group { get; }

    /// <summary>Who it is for, in Dutch.</summary>
    public string Title { get; }

    /// <summary>Who it is for, in English.</summary>
    public string English { get; }

    /// <summary>The kinds of party that use it; no kind is in two plans.</summary>
    public ImmutableArray<PartyKind> Kinds { get; }

    /// <summary>The first step's id.</summary>
    public string Start { get; }

    /// <summary>All steps, in the order of the file.</summary>
    public ImmutableArray<WegwijzerStep> Steps { get; }

    /// <summary>The step; null for an outcome's code or an unknown id.</summary>
    public WegwijzerStep? Find(string id) => _steps.GetValueOrDefault(id);

    /// <summary>The largest number of questions to a person from a step on, that step included; 0 for an outcome.</summary>
    public int QuestionsFrom(string id) => _longest.GetValueOrDefault(id);

    private int Measure(string id)
    {
        if (Find(id) is not { } step)
        {
            return 0;
        }

        if (!_longest.TryGetValue(id, out var longest))
        {
            longest = (step.Kind == WegwijzerStepKind.Fact ? 0 : 1) + step.Answers.Max(a => Measure(a.Next));
            _longest[id] = longest;
        }

        return longest;
    }
}
