namespace ConvenantGateway.Policy;

/// <summary>A kind of party (domain.md section 1), e.g. <c>ASHG</c>, <c>ZH</c>. Taken on trust from the policy files; untrusted text is looked up in them, never wrapped.</summary>
/// <param name="Code">The code as the files spell it; compared ordinally.</param>
public readonly record struct PartyKind(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
