namespace ConvenantGateway.Policy;

/// <summary>The id of a rule, e.g. <c>R-46a</c>. Taken on trust from the policy files; untrusted text is looked up in them, never wrapped.</summary>
/// <param name="Code">The code as the files spell it; compared ordinally.</param>
public readonly record struct RuleId(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
