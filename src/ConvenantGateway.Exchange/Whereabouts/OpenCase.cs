using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>That a register or inbox holds a case in which a person is the victim or a child.</summary>
/// <param name="Handle">Whose.</param>
/// <param name="Holder">Whose register or inbox.</param>
public readonly record struct OpenCase(PersonHandle Handle, PartnerId Holder);
