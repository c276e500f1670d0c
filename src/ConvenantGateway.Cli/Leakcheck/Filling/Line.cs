using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A line of <c>policies/elements</c> and the steps of it that are still to be walked.</summary>
internal sealed record Line(ImmutableArray<LineStep> Steps, ElementRule Rule)
{
    /// <summary>The lines of a type.</summary>
    public static ImmutableArray<Line> Of(ElementClassification classification) => [.. classification.Elements.Select(static e => new Line(LineStep.ReadAll(e.Path), e))];

    /// <summary>One step further.</summary>
    public Line Tail() => this with { Steps = Steps.RemoveAt(0) };

    /// <summary>What a rule means for a canary.</summary>
    public static (CanaryFate Fate, CategorySet Category) FateOf(ElementRule? rule) => rule?.Kind switch
    {
        ElementKind.Structure => (CanaryFate.WithResource, default),
        ElementKind.Category => (CanaryFate.WithCategory, rule.Category),
        ElementKind.ResourceClass => (CanaryFate.WithClass, default),
        _ => (CanaryFate.Never, default),
    };
}
