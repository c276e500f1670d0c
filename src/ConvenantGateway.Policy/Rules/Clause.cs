namespace ConvenantGateway.Policy;

/// <summary>A clause that a covenant of this kind has, and what holds it here (<c>clauses.yaml</c>; domain.md section 6).</summary>
/// <param name="Code">C1 to C25.</param>
/// <param name="Title">Plain Dutch.</param>
/// <param name="Held"><c>enforced</c>, <c>recorded</c>, <c>outside</c> or <c>not-yet</c>.</param>
/// <param name="By">What holds it.</param>
public sealed record Clause(string Code, string Title, string Held, string By);
