namespace ConvenantGateway.Exchange;

/// <summary>A literal reference.</summary>
/// <param name="Expression">FHIRPath of the Reference element, e.g. <c>ServiceRequest.subject</c>.</param>
/// <param name="Target"><c>Type/id</c> after rewriting, or <c>#id</c> for contained.</param>
/// <param name="IsInside">True if the target is in this Bundle or contained; false: it must be the sender's earlier push.</param>
public sealed record IntakeReference(string Expression, string Target, bool IsInside);
