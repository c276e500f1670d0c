using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// The own organisation's log lines as a file: NEN 7513 lines, and for the police their protocol (docs/projections.md). Giving a file is an act: a record of type <c>export</c> with its digest, on disk before a byte
/// of it leaves.
/// </summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class ExportPage(IActivePolicy active, ILogReading log) : ConsolePage(active)
{
    /// <summary>So many lines are in one file; a longer period is taken in parts, or on the command line.</summary>
    public const int MaxRows = 20_000;

    /// <inheritdoc/>
    public override string Section => "/uitvoer";

    /// <summary>First day, Dutch time; by default the first day of last month.</summary>
    [BindProperty]
    public DateOnly? Van { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty]
    public DateOnly? Tot { get; set; }

    /// <summary>The name of the format.</summary>
    [BindProperty]
    public string? Vorm { get; set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The formats that the organisation has.</summary>
    public IEnumerable<ProjectionFormat> Formats => ProjectionFormat.All.Where(f => f.IsFor(Kind));

    private string Organisation => Officer.Organisation.Value;

    private string Kind => Policy.Partners.TryGetValue(Officer.Organisation, out var partner) ? partner.Kind.Code : "";

    /// <summary>Shows the form.</summary>
    public void OnGet() => Fill();

    /// <summary>Gives the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ProjectionFormat.Find(Vorm) is not { } format || !format.IsFor(Kind))
        {
            return Absent();
        }

        if (Van is not { } from || Tot is not { } until || until < from || from == DateOnly.MinValue)
        {
            Message = "Vul een eerste en een laatste dag in.";
            Fill();
            return Page();
        }

        var (file, rows) = await WriteAsync(format, DutchTime.StartOf(from), DutchTime.EndOf(until), cancellation);
        if (file is null)
        {
            Message = "Dit zijn te veel regels voor één bestand. Kies een kortere periode.";
            Fill();
            return Page();
        }

        var period = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{until:yyyy-MM-dd}");
        Look.Do(new ConsoleAct(
            RecordType.Export,
            Organisation,
            [
                new RecordValue("scope", format.Name),
                new RecordValue("period", period),
                new RecordValue("rows", rows.ToString(CultureInfo.InvariantCulture)),
                new RecordValue("digest", Convert.ToHexStringLower(SHA256.HashData(file))),
            ],
            null));
        return File(file, format.IsCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8", $"{format.Name}-{Organisation}-{period.Replace('/', '_')}.{format.FileExtension}");
    }

    private async Task<(byte[]? File, int Rows)> WriteAsync(ProjectionFormat format, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format.IsCsv));
        var writer = new ProjectionWriter(text, format, Organisation, new ProjectionWords(log.VerifierKey.Split('+')[0], Policy));
        writer.Begin();
        await foreach (var record in ProjectionReading.ReadAsync(log, Organisation, format, from, until, cancellation))
        {
            writer.Write(record);
            if (writer.Rows > MaxRows)
            {
                return (null, writer.Rows);
            }
        }

        await text.FlushAsync(cancellation);
        return (bytes.ToArray(), writer.Rows);
    }

    private void Fill()
    {
        var today = ConsoleText.DayOf(Look.Time);
        var month = new DateOnly(today.Year, today.Month, 1);
        Van ??= month.AddMonths(-1);
        Tot ??= month.AddDays(-1);
        Vorm = Formats.FirstOrDefault(f => f.Name == Vorm)?.Name ?? Formats.First().Name;
    }
}
