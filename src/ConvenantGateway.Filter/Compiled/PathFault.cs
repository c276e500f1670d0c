namespace ConvenantGateway.Filter;

/// <summary>What is wrong with one path of a classification, and which line says it.</summary>
/// <param name="Code">Permanent code.</param>
/// <param name="Path">The path as written; the name of the type if that is wrong.</param>
/// <param name="ClassRule">The class rule, by position; -1 for an element line or the type.</param>
/// <param name="Message">One line.</param>
/// <param name="Suggestion">What was probably meant; null if nothing is near.</param>
internal sealed record PathFault(string Code, string Path, int ClassRule, string Message, string? Suggestion);
