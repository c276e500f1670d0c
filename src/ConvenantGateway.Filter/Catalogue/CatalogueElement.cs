namespace ConvenantGateway.Filter;

/// <summary>One element of an R4 type.</summary>
/// <param name="Name">FHIRPath name; a choice without its type: <c>value</c>.</param>
/// <param name="IsArray">May repeat: a JSON array.</param>
/// <param name="IsMandatory">Minimum 1.</param>
/// <param name="IsModifier">Is-modifier: what it stands in may not be read without it.</param>
/// <param name="IsChoice">The JSON name carries the type: <c>valueQuantity</c>.</param>
/// <param name="Types">Type names.</param>
internal sealed record CatalogueElement(string Name, bool IsArray, bool IsMandatory, bool IsModifier, bool IsChoice, string[] Types)
{
    /// <summary>The JSON name for one of the types.</summary>
    public string JsonName(string type) => IsChoice ? $"{Name}{char.ToUpperInvariant(type[0])}{type[1..]}" : Name;
}
