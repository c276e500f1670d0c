using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A line, and the steps of it that are still to be walked.</summary>
internal sealed record NaiveLine(List<PathStep> Steps, ElementRule Rule)
{
    public NaiveLine Tail() => this with { Steps = Steps[1..] };
}
