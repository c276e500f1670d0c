namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What was counted with one other organisation.</summary>
/// <param name="Partner">Its slug; empty for the own register.</param>
/// <param name="Exchanges">Exchanges that were carried out.</param>
/// <param name="Refused">Refusals.</param>
/// <param name="Emergency">Exchanges under the Noodprocedure.</param>
internal sealed record PartnerTotals(string Partner, long Exchanges, long Refused, long Emergency);
