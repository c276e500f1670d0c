using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>One R4 type. Immutable.</summary>
/// <param name="Name">E.g. <c>Patient</c>, <c>HumanName</c>, <c>Patient.contact</c>.</param>
/// <param name="IsPrimitive">The value is a JSON string, number or boolean.</param>
/// <param name="Elements">Its elements, inherited ones first; empty for a primitive.</param>
public sealed record R4Type(string Name, bool IsPrimitive, ImmutableArray<R4Element> Elements);
