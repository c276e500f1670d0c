using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One line of the Weekcontrole: assign it or finish it. Each is a record of its own that the organisation's officers see.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class WeekLinePage(IActivePolicy active, ILogReading log, WeekReviews reviews) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/weekcontrole";

    /// <summary>First day of the period.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Van { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly Tot { get; set; }

    /// <summary>The list's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lijst { get; set; }

    /// <summary>The line's key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Regel { get; set; }

    /// <summary><c>toewijzen</c> or <c>afhandelen</c>.</summary>
    [BindProperty]
    public string? Actie { get; set; }

    /// <summary>Who follows up.</summary>
    [BindProperty]
    public string? Eigenaar { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public DateOnly? Voor { get; set; }

    /// <summary>The outcome's code.</summary>
    [BindProperty]
    public string? Uitkomst { get; set; }

    /// <summary>The note, at most 1,000 characters.</summary>
    [BindProperty]
    public string? Notitie { get; set; }

    /// <summary>The review.</summary>
    public WeekReview Review { get; private set; } = null!;

    /// <summary>The list.</summary>
    public WeekListTitle List { get; private set; } = null!;

    /// <summary>The line.</summary>
    public WeekLine Line { get; private set; } = null!;

    /// <summary>What was done with it, newest first.</summary>
    public IReadOnlyList<WeekItem> Items => Review.Items.Of(List.Id, Line.Key);

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The address of the review, at this list.</summary>
    public string Back => $"/weekcontrole?van={WeekItem.Day(Van)}&tot={WeekItem.Day(Tot)}#{List.Id}";

    /// <summary>Shows the line.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FillAsync(cancellation) ? Page() : Absent();

    /// <summary>Assigns or finishes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FillAsync(cancellation))
        {
            return Absent();
        }

        var item = Actie == "toewijzen" ? Assigned() : await FinishedAsync(cancellation);
        if (item is null)
        {
            return Page();
        }

        Look.Do(new ConsoleAct(RecordType.WeekItem, Officer.Organisation.Value, item.Values(Review.Period), null));
        return Redirect(Back);
    }

    private WeekItem? Assigned()
    {
        if (WeekForms.IsAssignable(Eigenaar, Voor, ConsoleText.DayOf(Look.Time)))
        {
            return new WeekItem(List.Id, Line.Key, WeekStep.Assigned, Eigenaar!.Trim(), Voor, "", "");
        }

        Message = "Vul in wie opvolgt en uiterlijk wanneer, niet in het verleden.";
        return null;
    }

    private async ValueTask<WeekItem?> FinishedAsync(CancellationToken cancellation)
    {
        Message = WeekItem.Outcomes.All(o => o.Code != Uitkomst) ? "Kies een uitkomst."
            : string.IsNullOrWhiteSpace(Notitie) || Notitie.Length > WeekItem.MostNote ? "Vul een notitie in, ten hoogste 1.000 tekens."
            : List == WeekListTitles.Sample && !await HasLookedAsync(cancellation) ? "Open eerst de uitwisseling zelf: de steekproef wordt één voor één bekeken."
            : "";
        return Message.Length == 0 ? new WeekItem(List.Id, Line.Key, WeekStep.Finished, "", null, Uitkomst!, Notitie!.Trim()) : null;
    }

    private ValueTask<bool> HasLookedAsync(CancellationToken cancellation) =>
        OwnLooks.HasOpenedAsync(log, Officer, long.Parse(Line.Key, CultureInfo.InvariantCulture), Line.Time ?? Review.Period.Start, cancellation);

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        var period = WeekPeriod.Of(Van, Tot, Look.Time);
        (Van, Tot) = (period.First.Monday, period.Last.Sunday);
        Review = await reviews.ReadAsync(Officer.Organisation, period, Look.Time, Policy, cancellation);
        if (Review.Find(Lijst, Regel) is not var (list, line))
        {
            return false;
        }

        (List, Line) = (list, line);
        Look.Note("list", list.Id);
        Look.Note("line", line.Key);
        return true;
    }
}
