using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Exchanges that rested on a Consent of the own register which no longer held at that moment, and withdrawals that recipients must hear of. The gateway refuses such use; this looks again, from the
/// records and the register as they are now.
/// </summary>
internal sealed class ConsentList(ReviewContext context, IResourceStore resources) : IWeekList
{
    private const string Prefix = "Consent/";

    private readonly List<(VisibleRecord Seen, string Consent)> _used = [];
    private readonly List<(VisibleRecord Seen, string Recipients)> _withdrawn = [];

    /// <inheritdoc/>
    public WeekListTitle Title => WeekListTitles.Consents;

    /// <inheritdoc/>
    public void See(VisibleRecord seen)
    {
        if (!context.IsInPeriod(seen) || !ExchangeTypes.IsDisclosure(seen.Record))
        {
            return;
        }

        if (seen.Record.By == "withdraw")
        {
            if (ReviewContext.Value(seen, "withdrawn") == "now" && ReviewContext.Value(seen, "recipients") is { Length: > 0 } recipients)
            {
                _withdrawn.Add((seen, recipients));
            }

            return;
        }

        var names = $"{ReviewContext.Value(seen, ConsentUse.Field)} {ReviewContext.Value(seen, ConsentUse.PermissionField)}";
        _used.AddRange(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal)).Distinct().Select(n => (seen, n[Prefix.Length..])));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation)
    {
        var known = new Dictionary<string, (StoredResource? Stored, StoredConsent? Consent)>(StringComparer.Ordinal);
        var lines = new List<WeekLine>();
        foreach (var (seen, id) in _used)
        {
            if (!known.TryGetValue(id, out var found))
            {
                var stored = await resources.ReadAsync(context.Organisation, "Consent", id, cancellation);
                known[id] = found = (stored, stored is null ? null : StoredConsent.Read(stored.Json));
            }

            if (Wrong(seen, found.Stored, found.Consent) is { } words)
            {
                lines.Add(context.LineOf(seen, words, context.OtherSide(seen), Prefix + id, found.Consent?.Details.Until ?? "") with { Key = $"{seen.Index}-{id.ToLowerInvariant()}" });
            }
        }

        lines.AddRange(_withdrawn.Select(w => context.LineOf(
            w.Seen, "{0} is ingetrokken. Deze ontvangers kregen er iets op en moeten het horen: {1}.",
            ReviewContext.Value(w.Seen, "resources"), string.Join(", ", w.Recipients.Split(' ').Select(context.NameOf)))));
        return lines;
    }

    private static string? Wrong(VisibleRecord seen, StoredResource? stored, StoredConsent? consent)
    {
        if (stored is null || consent is null)
        {
            return "De uitwisseling met {0} rustte op {1}; die toestemming staat niet meer in uw register.";
        }

        if (consent.Details.Withdrawn is not null && seen.Record.Time > stored.ReceivedAt)
        {
            return "De uitwisseling met {0} rustte op {1}, die toen was ingetrokken.";
        }

        var day = ConsentCheck.Date(seen.Record.LawDate) ?? ConsoleText.DayOf(seen.Record.Time);
        return ConsentCheck.Date(consent.Details.Until) is { } until && day > until ? "De uitwisseling met {0} rustte op {1}, die gold tot en met {2}." : null;
    }
}
