namespace ConvenantGateway.Exchange;

/// <summary>A consent that was checked.</summary>
/// <param name="Person">The handle, hex.</param>
/// <param name="Categories">The category mask.</param>
/// <param name="Consent">The id of the Consent in the caller's own register; null for one that was written in the token request and ends with the token.</param>
/// <param name="Version">The version that was checked: a later one ends the token's use of it.</param>
internal sealed record ConsentFact(string Person, uint Categories, string? Consent = null, int Version = 0);
