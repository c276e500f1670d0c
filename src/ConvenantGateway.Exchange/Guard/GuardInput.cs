using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A resource as it came in, with what may flow of it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Json">Before the filter.</param>
/// <param name="Classes">The class of the whole.</param>
/// <param name="Released">What may flow.</param>
/// <param name="Findings">What intake found.</param>
/// <param name="IsReporter">True if it is the Patient of a melder: the name is then what D21 protects.</param>
internal sealed record GuardInput(string Type, ReadOnlyMemory<byte> Json, CategorySet Classes, CategorySet Released, ImmutableArray<IntakeFinding> Findings, bool IsReporter);
