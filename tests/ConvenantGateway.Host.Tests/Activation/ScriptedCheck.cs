using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>A check that says what the test wants, and counts how often and how many at once it was asked.</summary>
internal sealed class ScriptedCheck : IPolicyCheck
{
    private int _now;
    private int _runs;

    public string Name => "scripted";

    public ImmutableArray<string> Answer { get; set; } = [];

    public int Runs => _runs;

    public int MostAtOnce { get; private set; }

    public ImmutableArray<string> Failures(PolicyFiles files, PolicySnapshot snapshot)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
        Interlocked.Increment(ref _runs);
        Thread.Yield();
        Interlocked.Decrement(ref _now);
        return Answer;
    }
}
