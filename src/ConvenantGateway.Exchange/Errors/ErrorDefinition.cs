namespace ConvenantGateway.Exchange;

/// <summary>One refusal as partners see it.</summary>
/// <param name="Code">Permanent code; never reused.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="IssueType">FHIR <c>issue-type</c> code.</param>
/// <param name="Text">Plain Dutch; never a value.</param>
public sealed record ErrorDefinition(string Code, int Status, string IssueType, string Text);
