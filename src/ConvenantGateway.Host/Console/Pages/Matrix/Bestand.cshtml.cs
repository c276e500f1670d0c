using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The rules that were chosen as a file for spreadsheets (RFC 4180, UTF-8 with its mark, for a spreadsheet guesses otherwise). It leaves as a page does: rendered, recorded, then sent.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Casuswerker, OfficerRole.Toezicht, OfficerRole.Beheer)]
internal sealed class MatrixFilePage(IActivePolicy active) : MatrixScreen(active)
{
    /// <summary>Gives the file.</summary>
    public IActionResult OnGet()
    {
        var filter = MatrixFilter.Of(Request.Query, Policy, Titles);
        Look.Note("filter", filter.AsQuery);
        var chosen = Rules.Where(filter.Admits).Select(static r => r.Id).ToHashSet(StringComparer.Ordinal);
        var text = string.Concat(MatrixCsv.Lines(PolicyMatrix.Of(Policy).Where(r => chosen.Contains(r.Rule))).Select(static line => line + "\r\n"));
        Look.Do(new ConsoleAct(RecordType.Export, Officer.Organisation.Value is { Length: > 0 } own ? own : Officer.Id, [new RecordValue("scope", $"matrix {Policy.Covenant.Id}{filter.AsQuery}")], null));
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", $"matrix-{Policy.Covenant.Id}.csv");
    }
}
