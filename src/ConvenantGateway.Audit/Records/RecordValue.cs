namespace ConvenantGateway.Audit;

/// <summary>One value of a view.</summary>
/// <param name="Field">A permanent field name in kebab case: <c>actor</c>, <c>categories-released</c>, <c>withheld</c>, <c>weighing</c>, <c>level</c> …</param>
/// <param name="Value">The value as text; never a document, never a safe address or a reporter's identity.</param>
public readonly record struct RecordValue(string Field, string Value);
