using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A betrokkene of a push: in the message, or a Patient of an earlier push.</summary>
/// <param name="PatientId">The logical id in the receiver's register.</param>
/// <param name="Handle">The handle, or null.</param>
/// <param name="Rollen">The roles.</param>
internal sealed record PushPerson(string PatientId, PersonHandle? Handle, RolSet Rollen);
