namespace ConvenantGateway.Policy.Tests;

/// <summary>How much of what is sampled is tried: all of it, and a small part while mutants are tried (docs/testing.md), where every test runs once for each of thousands.</summary>
internal static class Sampling
{
#if MUTATION
    public const int OneOf = 200;
    public const int Pairs = 3;
    public const int ByteStep = 97;
    public const int LargestPlan = 8_000;
#else
    public const int OneOf = 1;

    /// <summary>Random pairs of sets whose whole fields are compared.</summary>
    public const int Pairs = 60;

    /// <summary>Of the bytes that are flipped, one in so many.</summary>
    public const int ByteStep = 1;

    /// <summary>The bytes of the largest plan of which every way is walked.</summary>
    public const int LargestPlan = int.MaxValue;
#endif
}
