namespace ConvenantGateway.Policy;

/// <summary>A resource with this code at this path is of this category.</summary>
/// <param name="Path">Element path to a Coding, e.g. <c>category.coding</c> or <c>meta.security</c>.</param>
/// <param name="System">The code system.</param>
/// <param name="Code">The code; <c>F*</c>: all codes that begin so; <c>*</c>: the code itself is the category code (<c>D18</c>).</param>
/// <param name="Category">The category; empty with <c>*</c>.</param>
public sealed record ResourceClassRule(string Path, string System, string Code, CategorySet Category);
