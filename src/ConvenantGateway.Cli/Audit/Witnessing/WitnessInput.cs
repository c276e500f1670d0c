namespace ConvenantGateway.Cli.Audit;

/// <summary>What <c>audit witness</c> was asked.</summary>
/// <param name="Checkpoint">The file of the checkpoint to co-sign.</param>
/// <param name="LogKeys">The log's verifier keys.</param>
/// <param name="Key">The file of the witness's key.</param>
/// <param name="Previous">The file of the last one that was co-signed; null for the first.</param>
/// <param name="Tiles">The folder of hash tiles; null only where there is no previous one.</param>
internal sealed record WitnessInput(string Checkpoint, IReadOnlyList<string> LogKeys, string Key, string? Previous, string? Tiles);
