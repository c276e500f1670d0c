namespace ConvenantGateway.Exchange;

/// <summary>Why a body is refused.</summary>
/// <param name="Code">Permanent code <c>CG-EXCHANGE-nnn</c>.</param>
/// <param name="Status">400 malformed or not a transaction Bundle of plain POSTs, 413 too large, 422 not valid R4.</param>
/// <param name="FhirCode">An <c>issue-type</c> code: <c>structure</c>, <c>invalid</c>, <c>required</c>, <c>too-long</c>, <c>not-supported</c>.</param>
/// <param name="Expression">FHIRPath or <c>line:column</c>; names elements, never values.</param>
/// <param name="Text">One line, never a value.</param>
public sealed record IntakeIssue(string Code, int Status, string FhirCode, string Expression, string Text);
