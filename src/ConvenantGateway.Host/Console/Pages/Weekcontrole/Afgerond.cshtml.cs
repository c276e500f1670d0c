using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One closed Weekcontrole, to read or print.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class WeekReportPage(IActivePolicy active, ILogReading log) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/weekcontrole";

    /// <summary>The record.</summary>
    public VisibleRecord Seen { get; private set; } = null!;

    /// <summary>The report.</summary>
    public WeekReport Report { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(long index, CancellationToken cancellation)
    {
        Look.Note("index", $"{index}");
        if (await log.FindAsync(Officer.Organisation.Value, index, cancellation) is not { Record.Type: RecordType.Weekcontrole } seen)
        {
            return Absent();
        }

        Seen = seen;
        Report = new WeekReport(seen);
        return Page();
    }
}
