namespace ConvenantGateway.Policy;

/// <summary>What came of proving one invariant.</summary>
/// <param name="Id">The invariant.</param>
/// <param name="Title">What it says.</param>
/// <param name="FromText">Which text it states.</param>
/// <param name="Points">How many points of the field were looked at for it; 0 where another part holds it.</param>
/// <param name="Elsewhere">What holds it instead; null where it was proved here.</param>
/// <param name="CounterExample">One concrete request that breaks it; null if none does.</param>
public sealed record ProofOutcome(string Id, string Title, string FromText, long Points, string? Elsewhere, string? CounterExample)
{
    /// <summary>True unless a counter-example was found.</summary>
    public bool Holds => CounterExample is null;
}
