using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A resource as it would leave.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Json">After the filter.</param>
/// <param name="Classes">The class of the whole.</param>
/// <param name="Released">What may flow.</param>
internal sealed record GuardOutput(string Type, ReadOnlyMemory<byte> Json, CategorySet Classes, CategorySet Released);
