using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>A key of the log that signs no more and whose private half could not be destroyed.</summary>
/// <param name="Key">The key.</param>
/// <param name="Why">What the engine said: its code, and nothing that was written.</param>
public sealed record UndestroyedKey(VerifierKey Key, string Why);
