namespace ConvenantGateway.Audit;

/// <summary>Which checkpoints a key signed, of those that were verified.</summary>
/// <param name="Key">The verifier key.</param>
/// <param name="First">The smallest size.</param>
/// <param name="Last">The largest size.</param>
public sealed record SignedRange(string Key, long First, long Last);
