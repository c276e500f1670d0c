using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A covenant's terms with what it takes from the statute rows. Immutable.</summary>
/// <param name="Terms">The public part.</param>
/// <param name="TakenOver">Ids of statute rules taken over as they are.</param>
/// <param name="SignedOff">Ids of derived rules that it signs off.</param>
/// <param name="Purposes">The closed list of purposes; a rule for another is refused.</param>
/// <param name="Place">The file.</param>
internal sealed record CovenantSource(CovenantTerms Terms, ImmutableArray<YamlNode.Scalar> TakenOver, ImmutableArray<YamlNode.Scalar> SignedOff, ImmutableArray<string> Purposes, Place Place);
