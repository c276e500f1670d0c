using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The sample of each week of the period. A week that still runs has none: the checkpoint that chooses it is not there yet.</summary>
internal sealed class SampleList(ReviewContext context, ILogReading log) : IWeekList
{
    private readonly Dictionary<DutchWeek, List<(long Index, Guid Transaction)>> _weeks = [];
    private readonly Dictionary<long, VisibleRecord> _records = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Sample;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (!context.IsInPeriod(seen) || !ExchangeTypes.All.Contains(seen.Record.Type) || seen.Record is { Type: RecordType.Token, Outcome: not "refused" })
        {
            return;
        }

        var week = DutchWeek.Of(seen.Record.Time);
        if (!_weeks.TryGetValue(week, out var records))
        {
            _weeks[week] = records = [];
        }

        records.Add((seen.Index, seen.Record.Transaction));
        _records[seen.Index] = seen with { Leaf = default, Values = [.. (seen.Values.IsDefault ? [] : seen.Values).Where(static v => v.Field == "actor")] };
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation)
    {
        var lines = new List<WeekLine>();
        foreach (var (week, records) in _weeks.OrderByDescending(static w => w.Key.Monday).Where(w => w.Key.End <= context.Now))
        {
            if (await log.CheckpointOfAsync(week.End, cancellation) is { } checkpoint)
            {
                lines.AddRange(WeekSample.Choose(week, checkpoint, records).OrderDescending().Select(index => LineOf(_records[index])));
            }
        }

        return lines;
    }

    private WeekLine LineOf(VisibleRecord seen) => context.LineOf(
        seen, context.IsOwn(seen) ? "Uw organisatie en {0}." : "{0} en uw organisatie.", context.OtherSide(seen));
}
