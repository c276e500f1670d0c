namespace ConvenantGateway.Store;

/// <summary>A restore that was done.</summary>
/// <param name="OldLog">The origin of the backup.</param>
/// <param name="Log">The origin of the new epoch.</param>
/// <param name="Key">Its verifier key.</param>
/// <param name="Size">How many records came from the backup: receipts from this index on are lost.</param>
/// <param name="Lost">How many records of the damaged log are lost; null where it could not be read.</param>
/// <param name="Known">How many tombstones were found.</param>
/// <param name="Replayed">How many of them the backup did not know and were carried out again.</param>
public sealed record RestoreReport(string OldLog, string Log, string Key, long Size, long? Lost, int Known, int Replayed);
