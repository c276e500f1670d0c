namespace ConvenantGateway.Exchange;

/// <summary>Why a decision is what it is. Names rule, article and member; never a value, never anything that a register holds.</summary>
/// <param name="Id">A permanent word, e.g. <c>no-rule</c>.</param>
/// <param name="Dutch">Plain Dutch.</param>
/// <param name="English">Plain English.</param>
internal sealed record AccessReason(string Id, string Dutch, string English)
{
    /// <summary>True for what is missing without hindering the decision.</summary>
    public bool IsWarning { get; init; }
}
