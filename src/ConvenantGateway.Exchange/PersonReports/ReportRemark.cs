namespace ConvenantGateway.Exchange;

/// <summary>What the person's version says of what was left out, where the law allows saying it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Why">In plain Dutch.</param>
/// <param name="Count">How many exchanges.</param>
public sealed record ReportRemark(string Article, string Why, int Count);
