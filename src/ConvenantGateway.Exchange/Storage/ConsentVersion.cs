using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A version of a Consent that something rests on.</summary>
/// <param name="Register">Whose register it is in.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that was checked.</param>
public readonly record struct ConsentVersion(PartnerId Register, string Id, int Version);
