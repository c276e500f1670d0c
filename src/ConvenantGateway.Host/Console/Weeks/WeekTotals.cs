using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What one organisation's view counts in a week. Counted in the log, not by reading records.</summary>
/// <param name="Week">The week.</param>
/// <param name="Exchanges">Exchanges that were carried out, held messages and answers of "no data" among them.</param>
/// <param name="Refused">Refusals, of questions beforehand too.</param>
/// <param name="Emergency">Exchanges under the Noodprocedure.</param>
internal sealed record WeekTotals(DutchWeek Week, long Exchanges, long Refused, long Emergency)
{
    /// <summary>The totals of consecutive weeks, in their order.</summary>
    public static async ValueTask<IReadOnlyList<WeekTotals>> ReadAsync(ILogReading log, string viewer, IReadOnlyList<DutchWeek> weeks, CancellationToken cancellation) =>
        new ExchangeStatistics(weeks, viewer, await ExchangeStatistics.CountAsync(log, viewer, weeks, cancellation)).Weeks;
}
