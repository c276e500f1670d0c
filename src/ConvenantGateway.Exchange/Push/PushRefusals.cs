using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Refusals of a decision, with what was missing.</summary>
internal static class PushRefusals
{
    /// <summary>No rule permits; the unmet conditions say what was missing. They never depend on a register.</summary>
    public static ExchangeRefusal NotPermitted(PolicyDecision decision, DossierFacts facts) => new(
        ExchangeErrorKind.NotPermitted,
        [
            .. facts.IsWithdrawn ? [new RefusalDetail(null, null, ConsentGone, "")] : Array.Empty<RefusalDetail>(),
            .. decision.Unmet.IsDefaultOrEmpty ? [] : decision.Unmet.Select(static u => new RefusalDetail(null, null, u.Text, "")),
        ]);

    /// <summary>A withdrawal came between the decision and its record.</summary>
    public static ExchangeRefusal Withdrawn => ExchangeRefusal.Of(ExchangeErrorKind.NotPermitted, ConsentGone);

    private const string ConsentGone = "de toestemming waarop het token rust is ingetrokken of gewijzigd; vraag een nieuw token";
}
