using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Composes a person report from what the answering organisation sees (domain.md 7.3, 10.2, 10.3; docs/person-report.md). Deterministic: the same input gives the same bytes, so that a second
/// officer's release can be compared with what the first prepared. Pure; thread safe.
/// </summary>
public static class PersonReportComposer
{
    /// <summary>Composes.</summary>
    /// <param name="request">Who asks, for whom.</param>
    /// <param name="records">What the organisation sees about the betrokkene, in any order.</param>
    /// <param name="ofRepresentative">What it sees about the representative; empty without one.</param>
    /// <param name="snapshot">Partners and words.</param>
    /// <param name="made">When it is made, UTC.</param>
    public static PersonReport Compose(
        PersonReportRequest request, IReadOnlyCollection<VisibleRecord> records, IReadOnlyCollection<VisibleRecord> ofRepresentative, PolicySnapshot snapshot, DateTimeOffset made)
    {
        var viewer = PartnerId.Parse(request.Viewer);
        var person = new PersonHandle(request.Person);
        var partner = snapshot.Partners[viewer];
        var regime = ReportRegimes.Of(partner.Kind, request.LawDate);
        var representative = request.Representative.Length == 0 ? null : ReportEvidence.Of([.. records, .. ofRepresentative], new PersonHandle(request.Representative));
        var entitlement = ReportDecision.Of(request, regime, ReportEvidence.Of(records, person), representative);
        var shell = Shell(request, partner, regime, made);
        if (entitlement.IsRefused)
        {
            var letter = ReportLetters.Refusal(shell, entitlement.Articles[0], entitlement.Why);
            return new PersonReport(entitlement, letter, new OfficerDocument { Decision = entitlement.Why, Care = entitlement.Care, Articles = Texts(entitlement.Articles), Notes = [], Rows = [] });
        }

        var flight = FlightMark.Of(records, viewer, snapshot);
        var ended = records.Where(static r => r.Record.Type == RecordType.RelayOutcome).Select(static r => r.Record.Transaction).ToHashSet();
        var words = new ReportRows(snapshot, entitlement.Care);
        var judged = ImmutableArray.CreateBuilder<JudgedRow>();
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        foreach (var seen in records.OrderBy(static r => r.Index))
        {
            if (ReportedExchange.Of(seen, viewer, ended) is not { } exchange)
            {
                continue;
            }

            var here = PersonInRecord.Of(seen, person);
            var (fate, why) = ReportFate.Of(exchange, here, entitlement.Care, flight, snapshot);
            judged.Add(Judged(exchange, here, fate, why, words, regime));
            if (fate is RowFate.Shown or RowFate.Generalised)
            {
                rows.Add(words.Row(exchange, here, fate == RowFate.Generalised));
            }
        }

        return new PersonReport(
            entitlement,
            shell with { Rows = rows.ToImmutable(), Remarks = Remarks(judged, regime) },
            new OfficerDocument
            {
                Decision = entitlement.Why,
                Care = entitlement.Care,
                Articles = Texts(entitlement.Articles),
                Notes = ReportLetters.Notes(regime, flight, judged.Any(static j => j.Becomes is RowFate.Shown or RowFate.Generalised), records.Any(static r => r.Values.IsDefaultOrEmpty)),
                Rows = judged.ToImmutable(),
            });
    }

    /// <summary>The refusal in writing of a request under an article that an officer chose.</summary>
    /// <param name="request">The request.</param>
    /// <param name="article">The article.</param>
    /// <param name="snapshot">Partners and words.</param>
    /// <param name="made">When it is made, UTC.</param>
    public static PersonDocument Refuse(PersonReportRequest request, ReportArticle article, PolicySnapshot snapshot, DateTimeOffset made)
    {
        var partner = snapshot.Partners[PartnerId.Parse(request.Viewer)];
        return ReportLetters.Refusal(Shell(request, partner, ReportRegimes.Of(partner.Kind, request.LawDate), made), article, "");
    }

    private static PersonDocument Shell(PersonReportRequest request, Partner partner, ReportRegime regime, DateTimeOffset made) => new()
    {
        Reference = request.Id.ToString("D"),
        Answerer = partner.Name,
        Regime = regime.Name,
        Articles = Texts(regime.Access),
        Recipient = ReportLetters.Recipient(request),
        Received = ReportWords.Day(ReportWords.DayOf(request.Received)),
        Due = ReportWords.Day(regime.Due(ReportWords.DayOf(request.Received))),
        Made = ReportWords.Day(ReportWords.DayOf(made)),
        Texts = ReportLetters.Texts(partner.Name, regime),
    };

    private static JudgedRow Judged(ReportedExchange exchange, PersonInRecord here, RowFate fate, string why, ReportRows words, ReportRegime regime) => new(
        exchange.Seen.Index,
        ReportWords.Day(exchange.Day),
        ReportWords.Movement(exchange.Movement),
        words.Name(exchange.Other),
        words.Purpose(exchange.Seen.Record.Purpose),
        ReportWords.Rol(here.Rollen),
        fate == RowFate.NotDisclosed ? [] : words.Categories(exchange, here).Words,
        fate,
        fate switch
        {
            RowFate.LeftOut or RowFate.Withheld => [regime.Withhold.ToString()],
            RowFate.Generalised => [regime.Access[^1].ToString(), regime.Withhold.ToString()],
            _ => [],
        },
        why);

    private static ImmutableArray<ReportRemark> Remarks(IEnumerable<JudgedRow> judged, ReportRegime regime) =>
        [.. judged.Where(static j => j.Becomes == RowFate.Withheld).GroupBy(static j => j.Why).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(g => new ReportRemark(regime.Withhold.ToString(), g.Key, g.Count()))];

    private static ImmutableArray<string> Texts(IEnumerable<ReportArticle> articles) => [.. articles.Select(static a => a.ToString()).Distinct()];
}
