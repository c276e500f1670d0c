using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A resource as it came in, with what may flow of it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Json">Before the filter.</param>
/// <param name="Classes">The class of the whole.</param>
/// <param name="Released">What may flow.</param>
/// <param name="Findings">What intake found.</param>
/// <param name="Reporters">Ids of the Patients in it that are a melder: its own, or <c>id#part</c> of a contained one. Their names and numbers are what D21 protects.</param>
internal sealed record GuardInput(string Type, ReadOnlyMemory<byte> Json, CategorySet Classes, CategorySet Released, ImmutableArray<IntakeFinding> Findings, ImmutableArray<string> Reporters);
