namespace ConvenantGateway.Audit;

/// <summary>A witness's timestamped signature over a checkpoint (C2SP tlog-cosignature). Immutable.</summary>
/// <param name="Key">The witness's key.</param>
/// <param name="Checkpoint">The text of the checkpoint that it co-signed.</param>
/// <param name="UnixSeconds">When, by the witness's clock.</param>
/// <param name="Line">The signature line, without its end.</param>
public sealed record Cosignature(WitnessKey Key, string Checkpoint, long UnixSeconds, string Line);
