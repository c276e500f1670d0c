using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Exchanges whose rule carried a duty to inform the betrokkene. Whether it was done is not in the log: finishing the line says so.</summary>
internal sealed class InformList(ReviewContext context) : IWeekList
{
    private const int FourWeeks = 28;

    private readonly List<(VisibleRecord Seen, string Duty)> _found = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Inform;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (context.IsInPeriod(seen) && ExchangeTypes.IsDisclosure(seen.Record))
        {
            var duty = ReviewContext.Value(seen, "obligations").Split(' ').FirstOrDefault(static o => o is "inform-betrokkene" or "inform-within-four-weeks" or "inform-when-safe");
            if (duty is not null)
            {
                _found.Add((seen, duty));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _found.Select(f => context.LineOf(
            f.Seen,
            f.Duty switch
            {
                "inform-within-four-weeks" => "Gegevens uitgewisseld met {0}: de betrokkene wordt binnen vier weken ingelicht, tenzij dat gevaarlijk is.",
                "inform-when-safe" => "Gegevens uitgewisseld met {0}: de betrokkene wordt ingelicht zodra dat veilig kan.",
                _ => "Gegevens uitgewisseld met {0}: de betrokkene wordt ingelicht, tenzij dat gevaarlijk is.",
            },
            context.OtherSide(f.Seen)) with { Due = f.Duty == "inform-within-four-weeks" ? ConsoleText.DayOf(f.Seen.Record.Time).AddDays(FourWeeks) : null }),
    ]);
}
