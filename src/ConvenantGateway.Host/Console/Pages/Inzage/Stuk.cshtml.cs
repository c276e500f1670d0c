using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The document that may be handed over, alone on a page for paper: only once released or refused.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class InzageDocumentPage(IActivePolicy active, IPersonReports reports) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/inzage";

    /// <summary>The document.</summary>
    public PersonDocument Document { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(Officer.Organisation, id, cancellation) is not { File: { State: PersonReportState.Released or PersonReportState.Refused, Document: { } document } file })
        {
            return Absent();
        }

        Look.Note("request", id.ToString("D"));
        Look.About(new PersonHandle(file.Request.Person));
        Look.Note("document-digest", ReportJson.DigestOf(document));
        Document = document;
        return Page();
    }
}
