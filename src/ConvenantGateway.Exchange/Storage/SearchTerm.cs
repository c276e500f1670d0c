namespace ConvenantGateway.Exchange;

/// <summary>An exact search term, in plain text in memory; the store keeps only its keyed hash (per register).</summary>
/// <param name="Name"><c>identifier</c> (<c>system|value</c>), <c>family-birthdate</c> (<c>FAMILY|yyyy-MM-dd</c>, normalized as <see cref="PersonTraits"/> are) or <c>patient</c> (<c>Patient/id</c>).</param>
/// <param name="Value">The value.</param>
public readonly record struct SearchTerm(string Name, string Value);
