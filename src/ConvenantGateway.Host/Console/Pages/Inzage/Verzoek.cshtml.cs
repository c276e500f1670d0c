using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One request: the decision, what becomes of each record, the person's version, and the step that can be taken. Four eyes (docs/person-report.md).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class InzageRequestPage(IActivePolicy active, IPersonReports reports, ILogReading log) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/inzage";

    /// <summary>The request at its newest revision.</summary>
    public PersonReportFile Seen { get; private set; } = null!;

    /// <summary>Why nothing of the request can be read any more; null if it can.</summary>
    public ErasureMark? Erased { get; private set; }

    /// <summary>When the request came in.</summary>
    public DateTimeOffset Received { get; private set; }

    /// <summary>The person's version: frozen once prepared, before that as it would be now.</summary>
    public PersonDocument? Document { get; private set; }

    /// <summary>The officers' version.</summary>
    public OfficerDocument? Judgement { get; private set; }

    /// <summary>It may not be given as it stands.</summary>
    public bool IsRefusable { get; private set; }

    /// <summary>A motivation is asked of who releases.</summary>
    public bool NeedsMotivation { get; private set; }

    /// <summary>The articles to refuse under.</summary>
    public IReadOnlyList<ReportArticle> Refusals { get; private set; } = [];

    /// <summary>What is wrong; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Which person, by opaque id.</summary>
    public string Person => OpaquePerson.IdOf(Convert.FromHexString(Seen.Request.Person), Officer.Organisation);

    /// <summary>It waits for a decision.</summary>
    public bool IsOpen => Erased is null && Seen.State is PersonReportState.Asked or PersonReportState.Prepared;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FillAsync(id, cancellation) ? Page() : Absent();

    /// <summary>Takes a step: <c>maak</c>, <c>vrijgeven</c> or <c>weigeren</c>.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? stap, int versie, string? artikel, string? motivering, CancellationToken cancellation)
    {
        if (!await FillAsync(id, cancellation) || Erased is not null)
        {
            return Absent();
        }

        var (file, error) = versie == Seen.Revision ? await StepAsync(stap, artikel ?? "", motivering ?? "", cancellation) : (null, ReportDeskError.WrongState);
        if (file is null)
        {
            Message = InzageScreen.Error(error);
            return Page();
        }

        Look.Do(InzageRecord.Of(file));
        return Redirect($"/inzage/{id:D}");
    }

    private async ValueTask<(PersonReportFile? File, ReportDeskError Error)> StepAsync(string? step, string article, string motivation, CancellationToken cancellation)
    {
        switch (step)
        {
            case "maak":
                return PersonReportDesk.Prepare(Seen, Officer, await ComposeAsync(Look.Time, cancellation), Look.Time);
            case "vrijgeven" when Seen.PreparedAt is { } prepared:
                return PersonReportDesk.Release(Seen, Officer, await ComposeAsync(prepared, cancellation), motivation, Look.Time);
            case "weigeren":
                return PersonReportDesk.Refuse(Seen, Officer, article, motivation, Policy, Look.Time);
            default:
                return (null, ReportDeskError.WrongState);
        }
    }

    private async ValueTask<bool> FillAsync(Guid id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(Officer.Organisation, id, cancellation) is not { } stored)
        {
            return false;
        }

        Look.Note("request", id.ToString("D"));
        (Received, Erased) = (stored.Received, stored.Erased);
        if (stored.File is not { } file)
        {
            return true;
        }

        Seen = file;
        Look.About(new PersonHandle(file.Request.Person));
        (Document, Judgement, NeedsMotivation) = (file.Document, file.Judgement, file.NeedsMotivation);
        if (file.State == PersonReportState.Asked)
        {
            var now = await ComposeAsync(Look.Time, cancellation);
            (Document, Judgement, IsRefusable, NeedsMotivation) = (now.Document, now.Judgement, now.Entitlement.IsRefused, now.Entitlement.NeedsMotivation);
        }

        Refusals = IsOpen ? PersonReportDesk.Refusals(file.Request, Policy) : [];
        return true;
    }

    private ValueTask<PersonReport> ComposeAsync(DateTimeOffset made, CancellationToken cancellation) =>
        new PersonReportReader(log).ComposeAsync(Seen.Request, Policy, made, cancellation);
}
