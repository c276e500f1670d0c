using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A line for each record of one type in the period.</summary>
/// <param name="context">The review.</param>
/// <param name="title">Which list.</param>
/// <param name="type">The type.</param>
/// <param name="line">The line of a record; null for none.</param>
internal sealed class RecordsList(ReviewContext context, WeekListTitle title, RecordType type, Func<VisibleRecord, WeekLine?> line) : IWeekList
{
    private readonly List<WeekLine> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => title;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (seen.Record.Type == type && context.IsInPeriod(seen) && line(seen) is { } found)
        {
            _found.Add(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(_found);
}
