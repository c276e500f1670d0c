namespace ConvenantGateway.Filter;

/// <summary>A slice of a repeating element.</summary>
/// <param name="Conditions">All must hold.</param>
/// <param name="Required">What must be released.</param>
/// <param name="IsUniform">True if nothing inside it has a line of its own.</param>
/// <param name="Inside">What is in it; null if nothing can stay.</param>
/// <param name="CutId">The number under which a cut is counted.</param>
/// <param name="IsSubsetted">The gateway's own <c>SUBSETTED</c> tag: taken out without a word and written anew.</param>
internal sealed record SliceShape(SliceCondition[] Conditions, uint Required, bool IsUniform, ObjectShape? Inside, int CutId, bool IsSubsetted = false);
