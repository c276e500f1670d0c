using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>Whether a request may be answered, by whom it was made; each outcome with its article.</summary>
/// <param name="IsRefused">True if nothing may be given.</param>
/// <param name="IsForwarded">True if the organisation answers outside the gateway (police, justice).</param>
/// <param name="Care">How careful the report is.</param>
/// <param name="Articles">What it rests on.</param>
/// <param name="Why">In plain Dutch.</param>
/// <param name="NeedsMotivation">A human must say why before it may go: the representative is, or may be, the vermoedelijke pleger.</param>
public sealed record ReportEntitlement(bool IsRefused, bool IsForwarded, ReportCare Care, ImmutableArray<ReportArticle> Articles, string Why, bool NeedsMotivation)
{
    /// <summary>Refused.</summary>
    internal static ReportEntitlement Refused(string why, params ImmutableArray<ReportArticle> articles) => new(true, false, ReportCare.Careful, articles, why, false);
}
