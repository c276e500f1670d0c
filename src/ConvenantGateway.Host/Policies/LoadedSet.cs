using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>A policy set that loaded without error, with the files it was made of. Immutable.</summary>
/// <param name="Files">All files that were read.</param>
/// <param name="Digests">Their digests.</param>
/// <param name="Active">Snapshot and filter.</param>
/// <param name="Warnings">What did not hinder.</param>
internal sealed record LoadedSet(PolicyFiles Files, PolicyDigests Digests, ActivePolicy Active, ImmutableArray<PolicyError> Warnings)
{
    /// <summary>The snapshot.</summary>
    public PolicySnapshot Snapshot => Active.Snapshot;

    /// <summary>The parties between whom it holds, in ordinal order.</summary>
    public ImmutableArray<PartnerId> Signers =>
        [.. Snapshot.Covenant.Parties.Where(p => Snapshot.Partners.TryGetValue(p, out var partner) && partner.HasSigned).OrderBy(static p => p.Value, StringComparer.Ordinal)];

    /// <summary>The same set with another snapshot of it: signatures carried over.</summary>
    public LoadedSet With(PolicySnapshot snapshot) => this with { Active = Active with { Snapshot = snapshot } };
}
