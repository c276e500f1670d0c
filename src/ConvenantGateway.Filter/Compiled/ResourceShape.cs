using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>A compiled resource type. Immutable.</summary>
/// <param name="Type">The resource type in UTF-8.</param>
/// <param name="Inside">Its properties.</param>
/// <param name="Cuts">Per cut number: path and category with count 0.</param>
/// <param name="FollowsClass">True if a line says <c>class</c>: without the class of the resource it is withheld whole.</param>
internal sealed record ResourceShape(byte[] Type, ObjectShape Inside, ImmutableArray<WithheldElement> Cuts, bool FollowsClass)
{
    /// <summary>What says the class of a resource of this type, and the roles of a person.</summary>
    public required CodingPaths Codings { get; init; }

    /// <summary>The type as text.</summary>
    public required string Name { get; init; }
}
