namespace ConvenantGateway.Exchange;

/// <summary>One further issue of a refusal.</summary>
/// <param name="Code">An own permanent code, or null for the refusal's.</param>
/// <param name="Status">An own status, or null.</param>
/// <param name="Text">One line, plain Dutch; never a value.</param>
/// <param name="Expression">FHIRPath or place, or empty.</param>
/// <param name="IssueType">An own FHIR issue type, or null.</param>
public sealed record RefusalDetail(string? Code, int? Status, string Text, string Expression, string? IssueType = null);
