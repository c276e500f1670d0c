namespace ConvenantGateway.Policy;

/// <summary>An article in a text version, as <c>policies/law</c> lists it.</summary>
/// <param name="Bwb">BWB id, e.g. <c>BWBR0011468</c>.</param>
/// <param name="Article">Article and paragraph, e.g. <c>8(a)</c>.</param>
/// <param name="Text">The date of the text that was read.</param>
/// <param name="Read">How it was read: <c>full</c>, <c>secondary</c> or <c>not-read</c>.</param>
public sealed record LawReference(string Bwb, string Article, DateOnly Text, string Read);
