using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What happened in a period, as one organisation may see it.</summary>
/// <param name="Exchanges">All exchanges, refusals included.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Absent">Answered with nothing available.</param>
/// <param name="Held">Held.</param>
internal sealed record WeekCount(int Exchanges, int Refused, int Absent, int Held)
{
    private const int PageSize = 500;

    /// <summary>Counts by walking the records, newest first.</summary>
    public static async ValueTask<WeekCount> OfAsync(ILogReading log, string viewer, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var count = new WeekCount(0, 0, 0, 0);
        long? before = null;
        while (true)
        {
            var page = await log.ListAsync(
                viewer, new RecordQuery { Types = ExchangeTypes.All, From = from, Until = until, Before = before, Limit = PageSize }, cancellation);
            count = new WeekCount(
                count.Exchanges + page.Count,
                count.Refused + page.Count(static r => r.Record.Outcome == "refused"),
                count.Absent + page.Count(static r => r.Record.Outcome == "absent"),
                count.Held + page.Count(static r => r.Record.Outcome == "held"));
            if (page.Count < PageSize)
            {
                return count;
            }

            before = page[^1].Index;
        }
    }
}
