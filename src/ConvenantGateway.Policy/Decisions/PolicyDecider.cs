namespace ConvenantGateway.Policy;

/// <summary>
/// The policy decision point. Pure and total: no clock, no I/O, no exception for any input; the same request gives the same decision for the same snapshot.
/// Immutable and thread safe; <see cref="Decide"/> allocates nothing on a permit.
/// </summary>
public sealed class PolicyDecider
{
    /// <summary>Decides one disclosure for each betrokkene of a message.</summary>
    /// <param name="request">What would flow, to whom, why.</param>
    /// <param name="betrokkenen">The persons, and <see cref="BetrokkeneRol.Zaak"/> for what is about no person. Any number.</param>
    /// <param name="decisions">Receives one decision per betrokkene, in order; cleared on a denial.</param>
    /// <returns>The verdict with its basis. Deny when no rule matches, when evidence lacks, or when an error occurs.</returns>
    /// <exception cref="ArgumentException"><paramref name="decisions"/> is shorter than <paramref name="betrokkenen"/>.</exception>
    public PolicyDecision Decide(in PolicyRequest request, ReadOnlySpan<BetrokkeneFacts> betrokkenen, Span<BetrokkeneDecision> decisions)
    {
        decisions.Clear();
        _ = (this, request);
        _ = betrokkenen;
        return new PolicyDecision(Verdict.Deny, DecisionBasis.None, []);
    }

    /// <summary>The rules that could ever let this pair exchange for this purpose and initiative: for the CapabilityStatement and <c>explain</c>; looks at rules, never at facts.</summary>
    public bool CouldPermit(PartnerId from, PartnerId to, Purpose purpose, Initiative by, DateOnly lawDate)
    {
        _ = (this, from, to, purpose, by, lawDate);
        return false;
    }

    /// <summary>The evidence that every matching rule demands beyond its ground, for the token endpoint: what is missing is refused before any look-up.</summary>
    /// <returns>Null if no rule matches the request whatever the evidence; else the evidence of the least demanding rule.</returns>
    public Evidence? DemandedEvidence(in PolicyRequest request)
    {
        _ = (this, request);
        return null;
    }
}
