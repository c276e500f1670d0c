namespace ConvenantGateway.Development.Stories;

/// <summary>What the verifier said.</summary>
/// <param name="IsIntact">Everything was recomputed and fits.</param>
/// <param name="Records">How many records were verified.</param>
/// <param name="ChangedIndex">The record that the verifier names; null if none.</param>
/// <param name="ExpectedIndex">The record that was changed on purpose; null for the real log.</param>
/// <param name="Text">The verifier's own words.</param>
public sealed record StoryVerification(bool IsIntact, long Records, long? ChangedIndex, long? ExpectedIndex, string Text);
