using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What an own-register read released to the console. Immutable.</summary>
/// <param name="Resources">Filtered resources, compact UTF-8 JSON, in order of arrival.</param>
/// <param name="Receipt">Proof that the read is on disk.</param>
public sealed record OwnRegisterRead(ImmutableArray<ReadOnlyMemory<byte>> Resources, AuditReceipt Receipt);
