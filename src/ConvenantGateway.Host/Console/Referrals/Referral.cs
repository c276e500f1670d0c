namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A received message, readable.</summary>
/// <param name="Packages">One per person, victims first, then what is about no person.</param>
/// <param name="SafeContacts">The contact data that arrived about those who may be contacted; empty: contact nobody.</param>
internal sealed record Referral(IReadOnlyList<ReferralPackage> Packages, IReadOnlyList<string> SafeContacts);
