namespace ConvenantGateway.Policy;

/// <summary>One line of <c>policies/elements/&lt;Resource&gt;.yaml</c>.</summary>
/// <param name="Path">Element path without the resource name, slices in brackets: <c>identifier[system=http://…].value</c>.</param>
/// <param name="Kind">What the line says of the element.</param>
/// <param name="Category">The category for <see cref="ElementKind.Category"/>, else empty.</param>
public sealed record ElementRule(string Path, ElementKind Kind, CategorySet Category)
{
    /// <summary>
    /// For a Reference to a person: what the line says instead where it names a betrokkene of the resource itself, <see cref="ElementKind.Structure"/> or <see cref="ElementKind.ResourceClass"/>. A
    /// performer who is the subject is no informant (design.md section 6). <see cref="ElementKind.Withheld"/>: no exception.
    /// </summary>
    public ElementKind Subject { get; init; }
}
