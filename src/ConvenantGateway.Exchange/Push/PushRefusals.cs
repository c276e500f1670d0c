using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Refusals of a decision, with what was missing.</summary>
internal static class PushRefusals
{
    /// <summary>No rule permits; the unmet conditions say what was missing. They never depend on a register.</summary>
    public static ExchangeRefusal NotPermitted(PolicyDecision decision) => new(
        ExchangeErrorKind.NotPermitted,
        decision.Unmet.IsDefaultOrEmpty ? [] : [.. decision.Unmet.Select(static u => new RefusalDetail(null, null, u.Text, ""))]);
}
