using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Every invariant holds over the whole field, of the law and of the covenant.</summary>
public sealed class ProofsCheck : IPolicyCheck
{
    /// <inheritdoc/>
    public string Name => "proofs";

    /// <inheritdoc/>
    public ImmutableArray<string> Failures(PolicyFiles files, PolicySnapshot snapshot)
    {
        if (PolicyLoader.LoadStatute(files).Snapshot is not { } law)
        {
            return ["CG-POLICY-907 the law alone does not load: nothing can be proved"];
        }

        return [.. PolicyProof.Prove(law, null).Outcomes.Concat(PolicyProof.Prove(snapshot, law).Outcomes)
            .Where(static o => !o.Holds).Select(static o => $"CG-POLICY-907 the invariant `{o.Id}` ({o.Title}) is broken: {o.CounterExample}").Distinct(StringComparer.Ordinal)];
    }
}
