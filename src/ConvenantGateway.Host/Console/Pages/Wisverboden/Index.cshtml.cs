using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Legal holds of the own organisation: those that stand, a form to lay one, a button to lift one. Each is a record <c>legal-hold</c> as of <c>audit hold</c>, in one transaction with the hold (docs/operating.md). Persons by
/// POST only; nothing of a name is kept.
/// </summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class LegalHoldsPage(IActivePolicy active, ILegalHolds holds, IPersonHandles handles) : ConsolePage(active)
{
    /// <summary>The longest hold, in years; a longer one is laid again.</summary>
    public const int MostYears = 10;

    /// <inheritdoc/>
    public override string Section => "/wisverboden";

    /// <summary>The holds that stand, the first to end first.</summary>
    public ImmutableArray<StandingHold> Standing { get; private set; } = [];

    /// <summary>Family name.</summary>
    [BindProperty]
    public string? Achternaam { get; set; }

    /// <summary>First given name.</summary>
    [BindProperty]
    public string? Voornaam { get; set; }

    /// <summary>ISO birth date.</summary>
    [BindProperty]
    public string? Geboortedatum { get; set; }

    /// <summary>FHIR gender code.</summary>
    [BindProperty]
    public string? Geslacht { get; set; }

    /// <summary>Why: a code.</summary>
    [BindProperty]
    public string? Reden { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty]
    public string? Einde { get; set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>How a hold's person is called: the store knows no more than a blind value.</summary>
    public static string PersonOf(StandingHold hold) => $"W-{hold.Person[..4].ToUpperInvariant()}-{hold.Person[4..8].ToUpperInvariant()}";

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Standing = await holds.ListAsync(Officer.Organisation, DateOnly.FromDateTime(Look.Time.UtcDateTime), cancellation);

    /// <summary>Lays a hold.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        var today = ConsoleText.DayOf(Look.Time);
        var gender = Geslacht is "female" or "male" or "other" ? Geslacht : null;
        if (handles.HandleOf(new PersonTraits(Achternaam ?? "", Voornaam, Geboortedatum, gender, null)) is not { } person)
        {
            return Wrong("Vul een achternaam en een volledige geboortedatum in.");
        }

        Look.About(person);
        if (!LegalHoldRecord.IsCode(Reden))
        {
            return Wrong("Vul als reden een code in, zonder spaties, van hoogstens 100 tekens: bijvoorbeeld het nummer van de zaak.");
        }

        if (!DateOnly.TryParseExact(Einde, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) || until < today || until > today.AddYears(MostYears))
        {
            return Wrong("Vul een laatste dag in: vandaag of later, binnen tien jaar.");
        }

        var change = holds.Lay(Look.Transaction, Owner(), person, Reden!, until, Officer.Id);
        if (Standing.Any(h => h.Person == change.Person && h.Reason == Reden && h.Until == until))
        {
            return Wrong("Dit wisverbod staat er al.");
        }

        return Done(change, LegalHoldRecord.LaidOutcome, LegalHoldRecord.Laid(Reden!, until, [change.Person], Officer.Id));
    }

    /// <summary>Lifts a hold that stands.</summary>
    public async Task<IActionResult> OnPostOpheffenAsync(Guid verbod, string? waarom, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Standing.All(h => h.Id != verbod) || await holds.LiftAsync(Look.Transaction, Owner(), verbod, cancellation) is not { } change)
        {
            return Absent();
        }

        Look.Note("hold", verbod.ToString("D"));
        return LegalHoldRecord.IsCode(waarom)
            ? Done(change, LegalHoldRecord.LiftedOutcome, LegalHoldRecord.Lifted(waarom!, change.Holds, [change.Person], Officer.Id))
            : Wrong("Vul als reden een code in, zonder spaties, van hoogstens 100 tekens: bijvoorbeeld het nummer van de zaak.");
    }

    private HoldOwner Owner() => HoldOwner.Of(Officer.Organisation, Policy);

    private RedirectResult Done(HoldChange change, string outcome, ImmutableArray<RecordValue> values)
    {
        Look.Do(new ConsoleAct(RecordType.LegalHold, Officer.Organisation.Value, values, change.Writes) { Outcome = outcome });
        return Redirect("/wisverboden");
    }

    // Names do not stand in the page that comes back: who filled them in fills them in again.
    private PageResult Wrong(string message)
    {
        Message = message;
        return Page();
    }
}
