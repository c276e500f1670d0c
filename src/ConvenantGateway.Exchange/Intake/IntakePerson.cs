using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A Patient of a message.</summary>
/// <param name="EntryIndex">Its entry; for a contained Patient the entry that contains it.</param>
/// <param name="Id">The assigned id; for a contained Patient <c>id#contained</c>.</param>
/// <param name="Rollen">From <c>meta.tag</c>; <c>client</c> for an untagged Patient under TREAT; <c>Onbekend</c> for an unknown code; none: empty.</param>
/// <param name="Traits">For the handle; null if there is no family name.</param>
public sealed record IntakePerson(int EntryIndex, string Id, RolSet Rollen, PersonTraits? Traits);
