using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>What may stay in one resource. The default releases nothing.</summary>
/// <param name="Released">The categories released for this resource: the intersection over its betrokkenen.</param>
/// <param name="ResourceClass">The class of the whole resource as intake recorded it; elements marked <c>class</c> follow it.</param>
/// <param name="References">Decides which references may stay; null: none may.</param>
/// <param name="MarkSubsetted">Add the <c>SUBSETTED</c> tag if something was cut. False where the tag would itself tell something.</param>
public readonly record struct FilterScope(CategorySet Released, CategorySet ResourceClass, IReleasedReferences? References, bool MarkSubsetted);
