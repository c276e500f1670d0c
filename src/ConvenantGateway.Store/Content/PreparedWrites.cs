using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Companion writes with everything encrypted and hashed: made on the producer's thread.</summary>
internal sealed record PreparedWrites(
    StoreWrites Writes,
    IReadOnlyList<PreparedResource> Resources,
    IReadOnlyList<(byte[] Person, SealedContent Content)> Permissions,
    byte[] IdempotencyName,
    SealedContent Idempotency,
    SealedContent Dossier,
    SealedContent HoldReasons,
    SealedContent HoldBody,
    byte[] PersonReport,
    IReadOnlyList<byte[]> WhereaboutsPersons,
    IReadOnlyList<byte[]> CasePersons);
