using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>An answer with its receipt: what release needs, and all it needs.</summary>
/// <param name="Answer">The answer that was recorded.</param>
/// <param name="Receipt">The receipt of that very body.</param>
/// <param name="Transaction">The transaction the receipt is for.</param>
public sealed record ReleaseOrder(PreparedAnswer Answer, AuditReceipt Receipt, Guid Transaction);
