namespace ConvenantGateway.Policy;

/// <summary>One thing wrong in a policy folder.</summary>
/// <param name="Code">Permanent code <c>CG-POLICY-nnn</c>.</param>
/// <param name="File">Path inside the policy root, with forward slashes.</param>
/// <param name="Line">1-based; 0 if the whole file is meant.</param>
/// <param name="Column">1-based; 0 if the whole file is meant.</param>
/// <param name="Message">One line, lower-case start, no full stop, user input in backticks.</param>
/// <param name="Suggestion">E.g. <c>did you mean `slachtoffer`?</c>; null if there is none.</param>
public sealed record PolicyError(string Code, string File, int Line, int Column, string Message, string? Suggestion)
{
    /// <summary><c>file:line:column: code message (suggestion)</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Code} {Message}{(Suggestion is null ? "" : $" ({Suggestion})")}";
}
