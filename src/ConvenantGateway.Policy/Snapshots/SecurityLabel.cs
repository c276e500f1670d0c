namespace ConvenantGateway.Policy;

/// <summary>What a code in <c>meta.security</c> adds to the class of a resource of any type.</summary>
/// <param name="System">The code system. A code of a listed system that no line names releases nothing.</param>
/// <param name="Code">The code.</param>
/// <param name="Adds">The categories that must be released too; empty: a known label that asks for no more.</param>
public sealed record SecurityLabel(string System, string Code, CategorySet Adds);
