using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Requests of a betrokkene for a person report that moved in the period: one line per request, as it stands at the period's end, with the term that its own record names.</summary>
internal sealed class ReportsList(ReviewContext context) : IWeekList
{
    private readonly Dictionary<string, VisibleRecord> _newest = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Reports;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (seen.Record.Type == RecordType.PersonReport && context.IsInPeriod(seen) && ReviewContext.Value(seen, "request") is { Length: > 0 } request)
        {
            _newest.TryAdd(request, seen);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<WeekLine>>(
    [
        .. _newest.Select(r => (r.Key, r.Value, Act: ReviewContext.Value(r.Value, "act"))).Select(r => context.LineOf(r.Value, Words(r.Act), Who(r.Value, r.Act)) with
        {
            Key = r.Key.ToLowerInvariant(),
            Records = [],
            Due = r.Act is "asked" or "prepared" ? WeekItem.Day(ReviewContext.Value(r.Value, "due")) : null,
        }),
    ]);

    // Of a draft the record names the account: the command line has no officers.
    private string Who(VisibleRecord seen, string act) => act == "draft" ? ReviewContext.Value(seen, "by") : context.NameOf(seen.Record.Caller);

    private static string Words(string act) => act switch
    {
        "asked" => "Verzoek om inzage, vastgelegd door {0}; nog niet beantwoord.",
        "prepared" => "Verzoek om inzage, voorbereid door {0}; wacht op de tweede functionaris.",
        "released" => "Verzoek om inzage, vrijgegeven door {0}.",
        "refused" => "Verzoek om inzage, geweigerd door {0}.",
        "draft" => "Concept van een overzicht, gemaakt op de opdrachtregel door {0}.",
        "forwarded" => "Verzoek om inzage, doorgezonden door {0}.",
        _ => "Verzoek om inzage, vastgelegd door {0}.",
    };
}
