namespace ConvenantGateway.Policy;

/// <summary>A legal ground code (domain.md 3.2), e.g. <c>G-CONSENT</c>. Taken on trust from the policy files; untrusted text is looked up in them, never wrapped.</summary>
/// <param name="Code">The code as the files spell it; compared ordinally.</param>
public readonly record struct Ground(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
