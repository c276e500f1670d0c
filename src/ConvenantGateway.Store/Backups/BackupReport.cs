namespace ConvenantGateway.Store;

/// <summary>A backup that was made.</summary>
/// <param name="Log">The log's origin.</param>
/// <param name="Size">How many records are in it.</param>
/// <param name="Root">The root of that tree, lower-case hex.</param>
/// <param name="ManifestDigest">SHA-256 of its manifest, lower-case hex.</param>
/// <param name="Key">The verifier key of who signed it.</param>
public sealed record BackupReport(string Log, long Size, string Root, string ManifestDigest, string Key);
