namespace ConvenantGateway.Filter;

/// <summary>Why bytes were refused: duplicate key, comment, trailing comma, wrong nesting, depth, size, not a known resource type.</summary>
/// <param name="Code">Permanent code <c>CG-FILTER-nnn</c>.</param>
/// <param name="Message">One line; names the element, never a value.</param>
/// <param name="BytePosition">Where, 0-based.</param>
public sealed record FilterRefusal(string Code, string Message, long BytePosition);
