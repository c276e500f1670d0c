namespace ConvenantGateway.Policy.Tests;

/// <summary>How much of what is sampled is tried: all of it, and a small part while mutants are tried (docs/testing.md), where every test runs once for each of thousands.</summary>
internal static class Sampling
{
#if MUTATION
    public const int OneOf = 200;
#else
    public const int OneOf = 1;
#endif
}
