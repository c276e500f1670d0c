namespace ConvenantGateway.Policy;

/// <summary>An obligation that travels with released data, e.g. <c>no-onward</c>. Taken on trust from the policy files; untrusted text is looked up in them, never wrapped.</summary>
/// <param name="Code">The code as the files spell it; compared ordinally.</param>
public readonly record struct Obligation(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
