using System.Collections.Immutable;

namespace ConvenantGateway.Filter.Tests;

/// <summary>How a Bundle came through.</summary>
internal sealed record BundleOutcome(string? Left, FilterRefusal? Refusal, BundleIndex Index, ImmutableArray<WithheldElement> Withheld);
