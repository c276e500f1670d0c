using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Each use of the Noodprocedure, on either side, with the day by which it must have been judged.</summary>
internal sealed class EmergencyList(ReviewContext context) : IWeekList
{
    /// <summary>Working days until an emergency use must have been judged (domain.md 7.4).</summary>
    public const int JudgedWithin = 5;

    private readonly List<VisibleRecord> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Emergency;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (context.IsInPeriod(seen) && seen.Record.Emergency && (ExchangeTypes.IsExchange(seen.Record) || seen.Record.Type == RecordType.Hold))
        {
            _found.Add(seen);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _found.Select(seen => context.LineOf(
            seen,
            context.IsOwn(seen) ? "Uw organisatie gebruikte de Noodprocedure bij {0}." : "{0} gebruikte de Noodprocedure bij uw organisatie.",
            context.OtherSide(seen)) with { Due = WorkingDays.After(ConsoleText.DayOf(seen.Record.Time), JudgedWithin) }),
    ]);
}
