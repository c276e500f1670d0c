using System.Collections.Immutable;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Policies;

/// <summary>The sentences of an amber health.</summary>
internal static class Concerns
{
    /// <summary>Parties between whom the former set held and that are still party, but whose signature does not count for this one; null if there are none.</summary>
    public static string? OfLostSigners(PolicySetActivation? previous, LoadedSet set)
    {
        ImmutableArray<string> lost = previous is null ? [] : [.. previous.Signers.Where(set.Snapshot.Covenant.Parties.Contains).Except(set.Signers).Select(static p => p.Value)];
        return lost.IsEmpty ? null : $"the signature of {string.Join(", ", lost)} no longer counts: until it signs anew it is nobody as a counterparty";
    }
}
