using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A transaction that was read. Immutable.</summary>
/// <param name="Entries">One per request entry, in order; types without a place included.</param>
/// <param name="Persons">One per Patient in the message, contained ones after the others.</param>
/// <param name="Identifier"><c>system|value</c> of <c>Bundle.identifier</c>, or null.</param>
public sealed record IntakeMessage(ImmutableArray<IntakeEntry> Entries, ImmutableArray<IntakePerson> Persons, string? Identifier);
