namespace ConvenantGateway.Filter.Tests;

/// <summary>How much of what is sampled is tried: all of it, and a small part while mutants are tried (docs/testing.md).</summary>
internal static class Sampling
{
#if MUTATION
    public const int OneOf = 15;
#else
    public const int OneOf = 1;
#endif
}
