using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Something that must not travel unseen.</summary>
/// <param name="Expression">FHIRPath, e.g. <c>Observation.note.text</c>.</param>
/// <param name="Category">D05 or D11.</param>
/// <param name="Kind">How it was found.</param>
/// <param name="Item">0-based index in the resource's own array that <paramref name="Expression"/> names first (<c>Patient.address</c>); null where it is no array.</param>
public sealed record IntakeFinding(string Expression, CategorySet Category, FindingKind Kind = FindingKind.FreeText, int? Item = null)
{
    /// <summary>The resource's own element that holds the finding, e.g. <c>address</c>; empty for the resource itself.</summary>
    public string Element => Expression.Split('.') is [_, var element, ..] ? element : "";
}
