using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The Weekcontrole: a regular review under a fixed form, closed with a name and a date, itself a record (domain.md 10.6, 20).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class WeekPage(IActivePolicy active, ILogReading log) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/weekcontrole";

    /// <summary>First day, Dutch time; by default the Monday of last week.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Van { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Tot { get; set; }

    /// <summary>Exchanges looked at one by one.</summary>
    [BindProperty]
    public int? Bekeken { get; set; }

    /// <summary>Refusals looked at one by one.</summary>
    [BindProperty]
    public int? Weigeringen { get; set; }

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

    /// <summary>What happened in the period.</summary>
    public WeekCount Count { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Earlier ones, newest first.</summary>
    public IReadOnlyList<VisibleRecord> Earlier { get; private set; } = [];

    /// <summary>The log line of the one just finished.</summary>
    public long? Finished { get; private set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

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
        return Redirect($"/weekcontrole?afgerond={Look.Transaction}");
    }

    private string Wrong() =>
        Tot > ConsoleText.DayOf(Look.Time) ? "Een periode die nog loopt kan niet worden afgerond."
        : Bekeken is not { } looked || looked < 0 || looked > Count.Exchanges
            || Weigeringen is not { } refusals || refusals < 0 || refusals > Count.Refused ? "Vul in hoeveel u hebt bekeken: niet meer dan er zijn."
        : string.IsNullOrWhiteSpace(Bevindingen) || Bevindingen.Length > 4000 ? "Vul uw bevindingen in, ook als er niets bijzonders was."
        : Uitkomst is not ("geen" or "opvolging") ? "Kies een uitkomst."
        : Uitkomst == "opvolging" && (string.IsNullOrWhiteSpace(Eigenaar) || Eigenaar.Length > 100 || Voor is null) ? "Vul bij opvolging in wie opvolgt en uiterlijk wanneer."
        : "";

    private async Task FillAsync(CancellationToken cancellation)
    {
        var today = ConsoleText.DayOf(Look.Time);
        if (Van == default || Tot == default || Tot < Van || Tot.DayNumber - Van.DayNumber > 92)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            (Van, Tot) = (monday.AddDays(-7), monday.AddDays(-1));
        }

        Look.Note("period", $"{Van:yyyy-MM-dd}/{Tot:yyyy-MM-dd}");
        Count = await WeekCount.OfAsync(log, Organisation, ConsoleText.StartOf(Van), ConsoleText.StartOf(Tot.AddDays(1)), cancellation);
        Earlier = await log.ListAsync(Organisation, new RecordQuery { Types = [RecordType.Weekcontrole], Limit = 20 }, cancellation);
    }
}
