using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A betrokkene of a stored resource.</summary>
/// <param name="PatientId">The logical id of the Patient in the same register.</param>
/// <param name="Handle">The person's handle; null if the Patient had too little to make one.</param>
/// <param name="Rollen">The roles read at intake; never read from bytes again.</param>
public sealed record StoredPerson(string PatientId, PersonHandle? Handle, RolSet Rollen);
