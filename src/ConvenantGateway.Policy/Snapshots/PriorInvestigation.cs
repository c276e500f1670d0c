namespace ConvenantGateway.Policy;

/// <summary>A declaration after prior investigation by the supervisor (Wbp 31, 32; <c>voorafgaandOnderzoek</c> in <c>covenant.yaml</c>). Without it the flow stays off.</summary>
/// <param name="Rule">The rule whose flow it is about.</param>
/// <param name="Partner">The sender that notified it.</param>
/// <param name="Paragraph">Wbp <c>31(1)(a)</c>, <c>(b)</c> or <c>(c)</c>.</param>
/// <param name="Number">The number of the notification (<c>meldnummer</c>).</param>
/// <param name="Date">The date of the declaration.</param>
public sealed record PriorInvestigation(string Rule, PartnerId Partner, string Paragraph, string Number, DateOnly Date);
