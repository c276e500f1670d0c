using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One line per professional, or per professional and organisation, of the records that a condition picks.</summary>
/// <param name="context">The review.</param>
/// <param name="title">Which list.</param>
/// <param name="picks">Which records of the period.</param>
/// <param name="words">The sentence: {0} how often, {1} the organisation.</param>
/// <param name="least">The fewest records that make a line.</param>
/// <param name="perOrganisation">A line for each organisation that was asked.</param>
internal sealed class PerProfessionalList(
    ReviewContext context, WeekListTitle title, Func<VisibleRecord, bool> picks, string words, int least = 1, bool perOrganisation = false) : IWeekList
{
    private readonly Dictionary<(string Actor, string Other), List<VisibleRecord>> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => title;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (!context.IsInPeriod(seen) || !context.IsOwn(seen) || !picks(seen))
        {
            return;
        }

        var group = (ReviewContext.Value(seen, "actor"), perOrganisation ? seen.Record.Counterparty : "");
        if (!_found.TryGetValue(group, out var records))
        {
            _found[group] = records = [];
        }

        records.Add(seen);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _found.Where(g => g.Value.Count >= least).OrderByDescending(static g => g.Value.Count).ThenBy(static g => g.Value[^1].Index)
            .Select(g => ReviewContext.LineOf(g.Value, g.Key.Actor, words, $"{g.Value.Count}", context.NameOf(g.Key.Other))),
    ]);
}
