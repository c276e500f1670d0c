using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Something that must not travel unseen.</summary>
/// <param name="Expression">FHIRPath, e.g. <c>Observation.note.text</c>.</param>
/// <param name="Category">D05 or D11.</param>
public sealed record IntakeFinding(string Expression, CategorySet Category);
