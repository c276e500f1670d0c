namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One resource, readable.</summary>
/// <param name="Title">What it is, in Dutch.</param>
/// <param name="Rows">Its elements.</param>
/// <param name="IsSubsetted">The filter cut something from it.</param>
internal sealed record ReferralPart(string Title, IReadOnlyList<ReferralRow> Rows, bool IsSubsetted);
