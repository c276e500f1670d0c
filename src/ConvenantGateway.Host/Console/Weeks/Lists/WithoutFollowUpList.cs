using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Questions about a person after which nothing about that person followed. A question is judged in the week in which its fourteen days end, so that every question is judged once and
/// no review depends on what has not happened yet.
/// </summary>
internal sealed class WithoutFollowUpList(ReviewContext context) : IWeekList
{
    /// <summary>How long a follow-up may take.</summary>
    public const int FollowUpDays = 14;

    private readonly Dictionary<string, DateTimeOffset> _next = [];
    private readonly Dictionary<(string Actor, string Person), List<VisibleRecord>> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.WithoutFollowUp;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (!ExchangeTypes.IsExchange(seen.Record) || seen.Record.Outcome is "refused" or "failed")
        {
            return;
        }

        var persons = ReviewContext.PersonsOf(seen).Select(static p => Convert.ToHexString(p.Span)).Distinct().ToList();
        var asked = context.IsOwn(seen) && seen.Record.Counterparty != context.Organisation.Value && seen.Record.By is "status" or "search" or "read";
        if (asked && context.Period.Holds(seen.Record.Time.AddDays(FollowUpDays)))
        {
            foreach (var person in persons.Where(p => !_next.TryGetValue(p, out var next) || next > seen.Record.Time.AddDays(FollowUpDays)))
            {
                var group = (ReviewContext.Value(seen, "actor"), person);
                if (!_found.TryGetValue(group, out var records))
                {
                    _found[group] = records = [];
                }

                records.Add(seen);
            }
        }

        foreach (var person in persons)
        {
            // Newest first: the last one written is the first that followed.
            _next[person] = seen.Record.Time;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _found.OrderBy(static g => g.Value[^1].Index).Select(g => ReviewContext.LineOf(
            g.Value, g.Key.Actor, "{0} keer iets gevraagd aan {1}; daarna volgde niets over deze persoon.", $"{g.Value.Count}", context.OtherSide(g.Value[0])) with
        {
            // Several persons may have been asked about at once: each is a line, named after its place, for an address must not hold a person's mark.
            Key = $"{g.Value[^1].Index}-{ReviewContext.PersonsOf(g.Value[^1]).Select(static p => Convert.ToHexString(p.Span)).Distinct().TakeWhile(p => p != g.Key.Person).Count()}",
            Persons = [OpaquePerson.IdOf(Convert.FromHexString(g.Key.Person), context.Organisation)],
        }),
    ]);
}
