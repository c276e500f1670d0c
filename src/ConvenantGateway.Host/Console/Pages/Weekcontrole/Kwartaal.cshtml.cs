using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The weeks of a quarter on one sheet: how much was exchanged, which weeks were signed off and by whom, what is still open. Printed from the browser (domain.md 10.6, 20).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class QuarterPage(IActivePolicy active, ILogReading log) : ConsolePage(active)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    /// <inheritdoc/>
    public override string Section => "/weekcontrole";

    /// <summary>The year; by default this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Jaar { get; set; }

    /// <summary>1 to 4; by default this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Kwartaal { get; set; }

    /// <summary>Its weeks with what was counted.</summary>
    public IReadOnlyList<WeekTotals> Weeks { get; private set; } = [];

    /// <summary>The sign-offs since the quarter began, newest first.</summary>
    public IReadOnlyList<VisibleRecord> SignOffs { get; private set; } = [];

    /// <summary>What is open.</summary>
    public IReadOnlyList<WeekItem> Unfinished { get; private set; } = [];

    /// <summary>The newest sign-off of a week; null if it was never closed.</summary>
    public VisibleRecord? SignOffOf(DutchWeek week) => SignOffs.FirstOrDefault(s => new WeekReport(s).Covers(week));

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = ConsoleText.DayOf(Look.Time);
        if (Jaar is < FirstYear or > LastYear || Kwartaal is < 1 or > 4)
        {
            (Jaar, Kwartaal) = (today.Year, ((today.Month - 1) / 3) + 1);
        }

        Look.Note("quarter", $"{Jaar}-Q{Kwartaal}");
        var organisation = Officer.Organisation.Value;
        var weeks = DutchWeek.OfQuarter(Jaar, Kwartaal);
        Weeks = await WeekTotals.ReadAsync(log, organisation, weeks, cancellation);
        var signOffs = new List<VisibleRecord>();
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, organisation, new RecordQuery { Types = [RecordType.Weekcontrole], From = weeks[0].Start }, cancellation))
        {
            signOffs.Add(seen);
        }

        SignOffs = signOffs;
        Unfinished = [.. (await WeekItems.ReadAsync(log, organisation, weeks[0].Start, cancellation)).Unfinished.Where(i => i.Weeks.From <= weeks[^1].Monday)];
    }
}
