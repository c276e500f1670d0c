using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Proofs over a few rules made by hand.</summary>
internal static class HandmadeProof
{
    /// <summary>From the centre to the shelter with consent, own data only: D01 and D02 of the victim.</summary>
    public static readonly Rule Rule = TestCovenant.Rule with { Onward = DataOrigins.None };

    public static Invariant Never(params string[] categories) => Claim(new InvariantClaim(ClaimKind.Never) { Categories = TestRules.Set(categories) });

    public static Invariant Property(string word) => Claim(new InvariantClaim(ClaimKind.Property) { Property = word });

    public static Invariant Claim(InvariantClaim claim) => new() { Id = "I-1", Title = "proef", FromText = "0.1", Place = new Place("invariants.yaml", 1, 1), Then = claim };

    public static ProofReport Prove(Invariant invariant, params Rule[] rules) => Prove([invariant], rules, null);

    public static ProofReport Prove(ImmutableArray<Invariant> invariants, Rule[] rules, Rule[]? law)
    {
        var words = TestCovenant.Words with { Invariants = invariants };
        return PolicyProof.Prove(StatuteSnapshot.Of(words, [.. rules], new PolicyErrorList()), law is null ? null : StatuteSnapshot.Of(words, [.. law], new PolicyErrorList()));
    }

    /// <summary>The one counter-example; null where the invariant holds.</summary>
    public static string? Counter(Invariant invariant, params Rule[] rules) => Assert.Single(Prove(invariant, rules).Outcomes).CounterExample;
}
