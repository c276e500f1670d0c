using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>"Deze organisatie mag weten": a permission that a named professional of the holder stored (domain.md 10.1, 2).</summary>
/// <param name="Holder">Whose register.</param>
/// <param name="Handle">About whom.</param>
/// <param name="Recipient">Who may know.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Ground">On what ground the holder answers.</param>
/// <param name="Level">How much at most.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="GivenBy">The professional, as named in the resource.</param>
/// <param name="ConsentId">The Consent that holds it.</param>
public sealed record StandingPermission(
    PartnerId Holder, PersonHandle Handle, PartnerId Recipient, Purpose Purpose, Ground Ground, StatusLevel Level, DateOnly From, DateOnly Until, string GivenBy, string ConsentId);
