using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A police push that is held: nothing of it was delivered (domain.md 10.2, 9). The body is encrypted for the sender's officers.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Sender">Who pushed.</param>
/// <param name="Receiver">Who would have received.</param>
/// <param name="HeldAt">When.</param>
/// <param name="Reasons">FHIRPath and category of each finding, never a value: <c>Observation.note (D05)</c>.</param>
/// <param name="Body">The body as pushed.</param>
public sealed record HeldMessage(Guid Transaction, PartnerId Sender, PartnerId Receiver, DateTimeOffset HeldAt, ImmutableArray<string> Reasons, ReadOnlyMemory<byte> Body);
