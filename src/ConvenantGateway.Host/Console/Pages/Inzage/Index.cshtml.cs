using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Requests for inzage: the open and closed ones of the own organisation, and a form for a new one. Persons by POST only; nothing of a name is kept.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class InzagePage(IActivePolicy active, IPersonReports reports, IPersonHandles handles) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/inzage";

    /// <summary>The requests, newest first; of one that was erased, what is left.</summary>
    public ImmutableArray<StoredPersonReport> Requests { get; private set; } = [];

    /// <summary>The form as it was sent.</summary>
    [BindProperty]
    public InzageForm Vraag { get; set; } = new();

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Today, Dutch time.</summary>
    public DateOnly Today => ConsoleText.DayOf(Look.Time);

    /// <summary>The person of a request, by opaque id.</summary>
    public string PersonOf(PersonReportFile file) => OpaquePerson.IdOf(Convert.FromHexString(file.Request.Person), Officer.Organisation);

    /// <summary>True if the term is over and nobody decided.</summary>
    public bool IsLate(PersonReportFile file) => file.State is PersonReportState.Asked or PersonReportState.Prepared && file.Due < Today;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Requests = await reports.ListAsync(Officer.Organisation, cancellation);

    /// <summary>Takes a request in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (request, wrong) = ModelState.IsValid
            ? Vraag.Read(Officer, Policy, handles, Look.Transaction, Look.Time)
            : (null, "Kies wie vraagt.");
        if (request is not null)
        {
            var (file, error) = PersonReportDesk.Ask(request, Officer, Policy);
            if (file is not null)
            {
                Look.About(new PersonHandle(request.Person));
                Look.Do(InzageRecord.Of(file));
                return Redirect($"/inzage/{request.Id:D}");
            }

            wrong = InzageScreen.Error(error);
        }

        Message = wrong;
        await OnGetAsync(cancellation);
        return Page();
    }
}
