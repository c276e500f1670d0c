using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A standing permission as a Consent says it: <c>category</c> <c>https://convenantgateway.nl/fhir/CodeSystem/toestemmingsvorm|mag-weten</c>, <c>provision.actor.reference.identifier</c>
/// (system <c>https://convenantgateway.nl/fhir/NamingSystem/partner</c>), <c>provision.purpose</c> (system <c>…/CodeSystem/doel</c>), <c>policyRule</c> (system <c>…/CodeSystem/grondslag</c>),
/// <c>provision.code</c> (system <c>…/CodeSystem/statusniveau</c>: <c>L1</c>, <c>L2</c>), <c>provision.period</c>, <c>performer.display</c>. A Consent that is not <c>active</c> withdraws: <paramref name="Level"/> L0.
/// </summary>
public sealed record IntakePermission(string PatientReference, PartnerId Recipient, Purpose Purpose, Ground Ground, StatusLevel Level, DateOnly From, DateOnly Until, string GivenBy);
