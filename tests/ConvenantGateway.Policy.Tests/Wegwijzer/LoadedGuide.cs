namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Loads the plans anew for each class and each run: what an earlier run left in a static field hides a mutant of what loads them.</summary>
public sealed class LoadedGuide
{
    public LoadedGuide() => Walks.Load();
}
