using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Counts of one organisation's own view, by week and by partner. What the organisation may not see is in no count.</summary>
internal sealed class ExchangeStatistics
{
    /// <summary>Arranges counts.</summary>
    /// <param name="weeks">The weeks, consecutive, oldest first.</param>
    /// <param name="viewer">Whose view was counted.</param>
    /// <param name="counts">What was counted, with the weeks' places as periods.</param>
    public ExchangeStatistics(IReadOnlyList<DutchWeek> weeks, string viewer, IReadOnlyList<RecordCount> counts)
    {
        Weeks = [.. weeks.Select((week, i) =>
        {
            var own = counts.Where(c => c.Period == i).ToList();
            return new WeekTotals(week, Sum(own, IsExchange), Sum(own, IsRefusal), Sum(own, IsEmergency));
        })];
        Partners =
        [
            .. counts.GroupBy(c => OtherSide(c, viewer), StringComparer.Ordinal)
                .Select(static g => new PartnerTotals(g.Key, Sum(g, IsExchange), Sum(g, IsRefusal), Sum(g, IsEmergency)))
                .Where(static p => p.Exchanges + p.Refused + p.Emergency > 0)
                .OrderByDescending(static p => p.Exchanges).ThenByDescending(static p => p.Refused).ThenBy(static p => p.Partner, StringComparer.Ordinal),
        ];
    }

    /// <summary>Per week, oldest first; weeks without anything too.</summary>
    public IReadOnlyList<WeekTotals> Weeks { get; }

    /// <summary>Per other organisation, the most exchanges first.</summary>
    public IReadOnlyList<PartnerTotals> Partners { get; }

    /// <summary>Counts in the log.</summary>
    public static ValueTask<IReadOnlyList<RecordCount>> CountAsync(ILogReading log, string viewer, IReadOnlyList<DutchWeek> weeks, CancellationToken cancellation) =>
        log.CountAsync(viewer, new RecordCountQuery { Edges = [.. weeks.Select(static w => w.Start), weeks[^1].End], Types = ExchangeTypes.All }, cancellation);

    private static long Sum(IEnumerable<RecordCount> counts, Func<RecordCount, bool> counted) => counts.Where(counted).Sum(static c => c.Count);

    private static bool IsExchange(RecordCount c) => c.Type != RecordType.Token && c.Outcome is not ("refused" or "failed");

    private static bool IsRefusal(RecordCount c) => c.Outcome == "refused";

    private static bool IsEmergency(RecordCount c) => c.Emergency && IsExchange(c);

    private static string OtherSide(RecordCount c, string viewer)
    {
        var other = c.Caller == viewer ? c.Counterparty : c.Caller;
        return other == viewer ? "" : other;
    }
}
