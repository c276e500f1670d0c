namespace ConvenantGateway.Policy;

/// <summary>A purpose code (domain.md 3.1), e.g. <c>REFER</c>. Taken on trust from the policy files; untrusted text is looked up in them, never wrapped.</summary>
/// <param name="Code">The code as the files spell it; compared ordinally.</param>
public readonly record struct Purpose(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
