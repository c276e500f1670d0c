using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the classification says of an element. The default: not listed, so withheld.</summary>
/// <param name="Kind">What the line says.</param>
/// <param name="Category">The category; empty for none.</param>
internal readonly record struct ElementPlace(ElementKind Kind, CategorySet Category);
