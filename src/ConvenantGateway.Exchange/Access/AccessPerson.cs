using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A betrokkene as the caller states it.</summary>
/// <param name="Rollen">The roles; an unknown word is a role that releases nothing.</param>
/// <param name="Consent">What the stated consent covers.</param>
/// <param name="Origins">The origin labels of the stated data; none for the caller's own.</param>
internal sealed record AccessPerson(RolSet Rollen, CategorySet Consent, DataOrigins Origins);
