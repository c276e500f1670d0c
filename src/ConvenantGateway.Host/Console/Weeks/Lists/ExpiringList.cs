using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What the policy files say will end within sixty days of the review's law date, or has ended, as far as it concerns the own organisation.</summary>
internal sealed class ExpiringList(ReviewContext context) : IWeekList
{
    private const int Ahead = 60;

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Expiring;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        // Nothing of this stands in records: the rules themselves name their ends.
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation)
    {
        var lawDate = context.Policy.LawDateAt(context.Now);
        var covenant = context.Policy.Covenant;
        var own = context.Organisation;
        var ends = covenant.Decisions.Where(d => d.From == own || d.Recipients.Contains(own))
            .Select(static d => ($"besluit-{d.Id}", (DateOnly?)d.ValidUntil, "Artikel 20-besluit {0} loopt tot en met {1}.", d.Id)).ToList();
        ends.Add(($"convenant-{covenant.Id}", covenant.Until, "Convenant {0} loopt tot en met {1}.", covenant.Id));
        ends.AddRange(covenant.Withdrawals.Where(w => w.Key == own).Select(static w => ($"uittreding-{w.Key}", (DateOnly?)w.Value.AddDays(-1), "{0} is partij bij het convenant tot en met {1}.", w.Key.Value)));
        ends.Add(($"partner-{own}", context.Policy.Partners.GetValueOrDefault(own)?.Until, "{0} staat in de regelset tot en met {1}.", own.Value));
        return ValueTask.FromResult<IReadOnlyList<WeekLine>>(
        [
            .. ends.Where(e => e.Item2 is { } until && until <= lawDate.AddDays(Ahead)).OrderBy(static e => e.Item2)
                .Select(static e => new WeekLine { Key = $"{e.Item1}_{e.Item2:yyyy-MM-dd}", Words = e.Item3, Values = [e.Item4, $"{e.Item2:yyyy-MM-dd}"], Due = e.Item2 }),
        ]);
    }
}
