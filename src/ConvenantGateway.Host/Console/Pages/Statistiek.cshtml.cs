using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Thirteen weeks in numbers: exchanges, refusals and the Noodprocedure, by week and by partner, as plots with the same numbers in a table beside each.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Toezicht)]
internal sealed class StatisticsPage(IActivePolicy active, ILogReading log, RecordScope scope) : ConsolePage(active)
{
    /// <summary>How many weeks, this one included.</summary>
    public const int Weeks = 13;

    /// <inheritdoc/>
    public override string Section => "/statistiek";

    /// <summary>Through whose eyes; of use to the supervisor only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organisatie { get; set; }

    /// <summary>Through whose eyes; null without an open inquiry.</summary>
    public PartnerId? Viewer { get; private set; }

    /// <summary>The organisations to choose from.</summary>
    public IReadOnlyList<PartnerId> Organisations { get; private set; } = [];

    /// <summary>The numbers.</summary>
    public ExchangeStatistics Statistics { get; private set; } = null!;

    /// <summary>The plots by week: what is counted, how it is filled, and its number.</summary>
    public ImmutableArray<(string Id, string Title, PlotFill Fill, Func<WeekTotals, long> Of)> ByWeek { get; } =
    [
        ("uitwisselingen", "Uitwisselingen", PlotFill.Full, static w => w.Exchanges),
        ("weigeringen", "Weigeringen", PlotFill.Lines, static w => w.Refused),
        ("noodprocedure", "Noodprocedure", PlotFill.Dots, static w => w.Emergency),
    ];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Organisations = await scope.OrganisationsAsync(Officer, cancellation);
        Viewer = await scope.ChooseAsync(Officer, Organisatie, cancellation);
        if (Viewer is not { } viewer)
        {
            return string.IsNullOrEmpty(Organisatie) ? Page() : Absent();
        }

        Look.Note("viewer", viewer.Value);
        var first = DutchWeek.Of(Look.Time).Plus(1 - Weeks);
        IReadOnlyList<DutchWeek> weeks = [.. Enumerable.Range(0, Weeks).Select(first.Plus)];
        Statistics = new ExchangeStatistics(weeks, viewer.Value, await ExchangeStatistics.CountAsync(log, viewer.Value, weeks, cancellation));
        return Page();
    }

    /// <summary>A plot by week.</summary>
    public HtmlString WeekPlot(string id, string title, PlotFill fill, Func<WeekTotals, long> of)
    {
        var values = Statistics.Weeks.Select(of).ToImmutableArray();
        return new HtmlString(ColumnPlot.Draw(
            id,
            T.With("{0} per week", T[title]),
            T.With("Dertien weken, samen {0}; de meeste in één week: {1}.", values.Sum(), values.Max()),
            [.. Statistics.Weeks.Select(w => $"{w.Week.Number}")],
            new PlotSeries(T[title], fill, values)));
    }

    /// <summary>The plot by partner.</summary>
    public HtmlString PartnerPlot() => new(BarPlot.Draw(
        "partners",
        T["Per organisatie"],
        T.With("Uitwisselingen, weigeringen en Noodprocedure met {0} organisaties in dertien weken.", Statistics.Partners.Count),
        [.. Statistics.Partners.Select(Partner)],
        [
            new PlotSeries(T["Uitwisselingen"], PlotFill.Full, [.. Statistics.Partners.Select(static p => p.Exchanges)]),
            new PlotSeries(T["Weigeringen"], PlotFill.Lines, [.. Statistics.Partners.Select(static p => p.Refused)]),
            new PlotSeries(T["Noodprocedure"], PlotFill.Dots, [.. Statistics.Partners.Select(static p => p.Emergency)]),
        ]));

    /// <summary>A partner by name.</summary>
    public string Partner(PartnerTotals totals) => totals.Partner.Length == 0 ? T["eigen register"] : NameOf(totals.Partner);
}
