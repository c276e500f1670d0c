using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The classification of one resource type. Immutable.</summary>
/// <param name="ResourceType">E.g. <c>Patient</c>.</param>
/// <param name="DefaultClass">The class of a resource of this type that no <paramref name="ClassRules"/> line matches; empty: such a resource is withheld whole where an element line says <c>class</c>.</param>
/// <param name="ClassRules">
/// Class by fixed value: path, system, code → category, e.g. <c>category.coding</c>, the category code system, <c>D18</c>. Those above the line of the source's own label
/// (<c>*</c>) count beside it, those below it only without it.
/// </param>
/// <param name="Elements">The element lines.</param>
public sealed record ElementClassification(
    string ResourceType,
    CategorySet DefaultClass,
    ImmutableArray<ResourceClassRule> ClassRules,
    ImmutableArray<ElementRule> Elements)
{
    /// <summary>What security labels add to the class of a resource (<c>labels.yaml</c>); the same for every type. A label never takes a category away.</summary>
    public ImmutableArray<SecurityLabel> Labels { get; init; } = [];
}
