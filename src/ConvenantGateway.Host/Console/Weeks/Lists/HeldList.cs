using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Held messages of the own organisation after which no message reached the same receiver about the same persons.</summary>
internal sealed class HeldList(ReviewContext context) : IWeekList
{
    private readonly HashSet<(string Receiver, string Person)> _reached = [];
    private readonly List<VisibleRecord> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Held;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (!context.IsOwn(seen))
        {
            return;
        }

        var reached = ReviewContext.PersonsOf(seen).Select(p => (seen.Record.Counterparty, Convert.ToHexString(p.Span))).ToList();
        if (seen.Record.By == "push" && ExchangeTypes.IsDisclosure(seen.Record))
        {
            _reached.UnionWith(reached);
        }
        else if (context.IsInPeriod(seen) && seen.Record.Type == RecordType.Hold && (reached.Count == 0 || !reached.TrueForAll(_reached.Contains)))
        {
            _found.Add(seen);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
        [.. _found.Select(seen => context.LineOf(seen, "Een bericht aan {0} is aangehouden en niet opnieuw gestuurd.", context.OtherSide(seen)))]);
}
