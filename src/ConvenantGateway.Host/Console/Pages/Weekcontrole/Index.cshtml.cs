using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The Weekcontrole: a regular review under a fixed form, closed with a name and a date, itself a record (domain.md 10.6, 20).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class WeekPage(IActivePolicy active, ILogReading log, WeekReviews reviews) : ConsolePage(active)
{
    /// <summary>The most lines of one list on the page; those that wait stand first.</summary>
    public const int MostShown = 200;

    private const int MostFindings = 4000;

    /// <inheritdoc/>
    public override string Section => "/weekcontrole";

    /// <summary>First day, a Monday; by default that of last week.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Van { get; set; }

    /// <summary>Last day, a Sunday.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Tot { get; set; }

    /// <summary>The findings, at most 4,000 characters.</summary>
    [BindProperty]
    public string? Bevindingen { get; set; }

    /// <summary><c>geen</c> or <c>opvolging</c>.</summary>
    [BindProperty]
    public string? Uitkomst { get; set; }

    /// <summary>Who follows up.</summary>
    [BindProperty]
    public string? Eigenaar { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public DateOnly? Voor { get; set; }

    /// <summary>The officer for whom this one deputises; empty for nobody.</summary>
    [BindProperty]
    public string? Namens { get; set; }

    /// <summary>The review of the period.</summary>
    public WeekReview Review { get; private set; } = null!;

    /// <summary>The period's sign-offs, newest first.</summary>
    public IReadOnlyList<VisibleRecord> Earlier { get; private set; } = [];

    /// <summary>The log line of the one just finished.</summary>
    public long? Finished { get; private set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The other officers of the organisation, for whom one may deputise.</summary>
    public IReadOnlyList<Officer> Colleagues =>
        [.. Policy.Officers.Values.Where(o => o.Organisation == Officer.Organisation && o.Id != Officer.Id && o.Role is OfficerRole.Fg or OfficerRole.Pf).OrderBy(static o => o.Name, StringComparer.Ordinal)];

    /// <summary>Lines of earlier weeks that somebody took up and did not finish.</summary>
    public IEnumerable<WeekItem> CarriedOver => Review.Items.Unfinished.Where(i => i.Weeks.From < Van);

    /// <summary>The period has ended: it can be closed.</summary>
    public bool IsOver => Review.Period.End <= Look.Time;

    private string Organisation => Officer.Organisation.Value;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? afgerond, CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        if (afgerond is { } transaction)
        {
            Finished = (await log.ProofAsync(Organisation, transaction, cancellation))?.Index;
        }

        return Page();
    }

    /// <summary>Closes the period.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        Message = Wrong();
        if (Message.Length > 0)
        {
            return Page();
        }

        Look.Do(new ConsoleAct(RecordType.Weekcontrole, Organisation, WeekReport.Compose(this), null));
        return Redirect($"/weekcontrole?van={WeekItem.Day(Van)}&tot={WeekItem.Day(Tot)}&afgerond={Look.Transaction}");
    }

    /// <summary>The address of a line's page.</summary>
    public string AddressOf(WeekListTitle list, WeekLine line) =>
        $"/weekcontrole/regel?van={WeekItem.Day(Van)}&tot={WeekItem.Day(Tot)}&lijst={list.Id}&regel={line.Key}";

    private string Wrong() =>
        !IsOver ? "Een periode die nog loopt kan niet worden afgerond."
        : Review.SampleLeft > 0 ? "Bekijk eerst elke uitwisseling van de steekproef en handel de regel af."
        : string.IsNullOrWhiteSpace(Bevindingen) || Bevindingen.Length > MostFindings ? "Vul uw bevindingen in, ook als er niets bijzonders was."
        : Uitkomst is not ("geen" or "opvolging") ? "Kies een uitkomst."
        : Uitkomst == "geen" && Review.Open.Any() ? "Er zijn nog regels open: handel ze af, of kies opvolging met een naam en een datum."
        : Uitkomst == "opvolging" && !WeekForms.IsAssignable(Eigenaar, Voor, ConsoleText.DayOf(Look.Time)) ? "Vul bij opvolging in wie opvolgt en uiterlijk wanneer, niet in het verleden."
        : !string.IsNullOrEmpty(Namens) && Colleagues.All(o => o.Id != Namens) ? "Kies voor wie u waarneemt uit de lijst."
        : "";

    private async Task FillAsync(CancellationToken cancellation)
    {
        var period = WeekPeriod.Of(Van, Tot, Look.Time);
        (Van, Tot) = (period.First.Monday, period.Last.Sunday);
        Look.Note("period", $"{WeekItem.Day(Van)}/{WeekItem.Day(Tot)}");
        Review = await reviews.ReadAsync(Officer.Organisation, period, Look.Time, Policy, cancellation);
        Earlier = await log.ListAsync(Organisation, new RecordQuery { Types = [RecordType.Weekcontrole], From = Look.Time.AddDays(-7 * WeekItems.WeeksBack), Limit = 20 }, cancellation);
    }
}
