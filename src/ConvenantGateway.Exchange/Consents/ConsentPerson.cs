namespace ConvenantGateway.Exchange;

/// <summary>A person a token is about, as consent needs to know him.</summary>
/// <param name="Handle">The handle.</param>
/// <param name="BirthDate">Decides who must consent.</param>
internal sealed record ConsentPerson(PersonHandle Handle, DateOnly BirthDate);
