namespace ConvenantGateway.Policy;

/// <summary>One thing that was missing.</summary>
/// <param name="Code">A permanent word such as <c>no-rule</c>, <c>evidence-missing</c>, <c>not-signed</c>, <c>party-expired</c>, <c>no-emergency-rule</c>.</param>
/// <param name="Text">Plain Dutch (B1). Names rule, article and what is missing; never a value, never anything that a register holds.</param>
public sealed record UnmetCondition(string Code, string Text)
{
    /// <summary>The same in plain English; empty where there is none.</summary>
    public string English { get; init; } = "";
}
