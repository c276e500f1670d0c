using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>What a verification found.</summary>
/// <param name="IsValid">True only if everything was recomputed and matched.</param>
/// <param name="TreeSize">How many leaves were checked.</param>
/// <param name="RootHash">The recomputed root, lower-case hex.</param>
/// <param name="Findings">What is wrong, each naming the record's index where there is one; empty if valid.</param>
public sealed record LogVerification(bool IsValid, long TreeSize, string RootHash, ImmutableArray<string> Findings)
{
    /// <summary>Which key signed the checkpoints of which sizes, in the order of their first.</summary>
    public ImmutableArray<SignedRange> SignedRanges { get; init; } = [];

    /// <summary>Records that are present and whose content was erased, each with its rule; only where values are part of what was verified (an export).</summary>
    public ImmutableArray<string> Erased { get; init; } = [];
}
