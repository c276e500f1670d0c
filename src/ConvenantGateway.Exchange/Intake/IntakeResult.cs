using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A message, or everything that is wrong with it. Exactly one.</summary>
/// <param name="Message">Null if refused.</param>
/// <param name="Issues">All issues found.</param>
public sealed record IntakeResult(IntakeMessage? Message, ImmutableArray<IntakeIssue> Issues);
