using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Refusals, one line per code and rules.</summary>
internal sealed class RefusalsList(ReviewContext context) : IWeekList
{
    private readonly Dictionary<(string Code, string Rules), List<VisibleRecord>> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Refusals;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        var record = seen.Record;
        if (!context.IsInPeriod(seen) || !ExchangeTypes.All.Contains(record.Type) || record.Outcome != "refused")
        {
            return;
        }

        var group = (record.Code, record.Rules.IsDefaultOrEmpty ? "" : string.Join(", ", record.Rules));
        if (!_found.TryGetValue(group, out var records))
        {
            _found[group] = records = [];
        }

        records.Add(seen);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _found.OrderByDescending(static g => g.Value.Count).ThenBy(static g => g.Value[^1].Index)
            .Select(static g => g.Key.Rules.Length == 0
                ? ReviewContext.LineOf(g.Value, "", "{0} keer geweigerd met code {1}; geen regel stond het toe.", $"{g.Value.Count}", g.Key.Code)
                : ReviewContext.LineOf(g.Value, "", "{0} keer geweigerd met code {1}; regel {2}.", $"{g.Value.Count}", g.Key.Code, g.Key.Rules)),
    ]);
}
