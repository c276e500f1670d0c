using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>One element of an R4 type. Immutable.</summary>
/// <param name="Name">FHIRPath name; a choice without its type: <c>value</c>.</param>
/// <param name="IsArray">May repeat: a JSON array.</param>
/// <param name="IsMandatory">Minimum 1.</param>
/// <param name="IsChoice">The JSON name carries the type: <c>valueQuantity</c>.</param>
/// <param name="Types">Type names, at least one.</param>
public sealed record R4Element(string Name, bool IsArray, bool IsMandatory, bool IsChoice, ImmutableArray<string> Types)
{
    /// <summary>The JSON name for one of the types.</summary>
    public string JsonName(string type) => IsChoice ? $"{Name}{char.ToUpperInvariant(type[0])}{type[1..]}" : Name;
}
