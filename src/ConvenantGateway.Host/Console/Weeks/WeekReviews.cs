using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Makes reviews: one walk over the organisation's own records of the period and the fourteen days before it, page by page. Only the organisation's view is read: no look of any officer is in it.
/// Thread safe.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="resources">The own register, for the state of Consents.</param>
internal sealed class WeekReviews(ILogReading log, IResourceStore resources)
{
    private static readonly RecordType[] Read = [.. ExchangeTypes.All, RecordType.MogelijkOnrechtmatig, RecordType.PersonReport, RecordType.Inquiry];

    /// <summary>The review of a period.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="period">The weeks.</param>
    /// <param name="now">The clock.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<WeekReview> ReadAsync(PartnerId organisation, WeekPeriod period, DateTimeOffset now, PolicySnapshot policy, CancellationToken cancellation)
    {
        var context = new ReviewContext(organisation, period, now, policy);
        var lists = ReviewLists.Of(context, log, resources);
        var query = new RecordQuery { Types = Read, From = period.Start.AddDays(-WithoutFollowUpList.FollowUpDays), Until = period.End };
        var count = new WeekCount(0, 0, 0, 0);
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, organisation.Value, query, cancellation))
        {
            foreach (var list in lists)
            {
                list.See(seen);
            }

            if (period.Holds(seen.Record.Time) && ExchangeTypes.All.Contains(seen.Record.Type))
            {
                count = count.With(seen.Record.Outcome);
            }
        }

        var filled = new List<(WeekListTitle, IReadOnlyList<WeekLine>)>(lists.Count);
        foreach (var list in lists)
        {
            filled.Add((list.Title, await list.LinesAsync(cancellation)));
        }

        return new WeekReview(period, filled, await WeekItems.ReadAsync(log, organisation.Value, period.Start, cancellation), count);
    }
}
