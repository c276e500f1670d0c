using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Opens an inquiry: number, organisations, end (domain.md 10.6, 23), and ends one early. The record and the inquiry are one transaction.</summary>
[ForRoles(OfficerRole.Toezicht)]
internal sealed partial class InquiryPage(IActivePolicy active, IInquiries inquiries, ILogReading log) : ConsolePage(active)
{
    /// <summary>The longest inquiry, in days; a longer one is opened again.</summary>
    public const int MostDays = 366;

    /// <inheritdoc/>
    public override string Section => "/onderzoek";

    /// <summary>The inquiries that run.</summary>
    public ImmutableArray<SupervisorInquiry> Open { get; private set; } = [];

    /// <summary>The number.</summary>
    [BindProperty]
    public string? Nummer { get; set; }

    /// <summary>The scope.</summary>
    [BindProperty]
#pragma warning disable CA2227 // The model binder fills the property.
    public IList<string> Organisaties { get; set; } = [];
#pragma warning restore CA2227

    /// <summary>The last day, Dutch time.</summary>
    [BindProperty]
    public DateOnly? Einde { get; set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The organisation may know of it.</summary>
    [BindProperty]
    public bool Meegedeeld { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Open = await inquiries.OpenAsync(Officer.Id, Look.Time, cancellation);

    /// <summary>Opens the inquiry.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        var today = ConsoleText.DayOf(Look.Time);
        var scope = Organisaties.Select(static o => PartnerId.TryParse(o, out var id) ? id : default).Distinct().ToImmutableArray();
        Message = !Number().IsMatch(Nummer ?? "") ? "Vul een nummer in: letters, cijfers, punt, streepje of schuine streep."
            : Open.Any(i => i.Number == Nummer) ? "Dit nummer loopt al. Beëindig dat onderzoek eerst, of kies een ander nummer."
            : scope.IsEmpty || !scope.All(Policy.Partners.ContainsKey) ? "Kies ten minste één organisatie."
            : Meegedeeld && scope.Length > 1 ? "Mag de organisatie het weten, open dan per organisatie een eigen onderzoek: anders zien zij elkaar in de logregel."
            : Einde is not { } last || last < today || last > today.AddDays(MostDays) ? "Vul een laatste dag in: vandaag of later, binnen een jaar."
            : "";
        if (Message.Length > 0)
        {
            return Page();
        }

        var inquiry = new SupervisorInquiry(Nummer!, Officer.Id, scope, ConsoleText.StartOf(Einde!.Value.AddDays(1)));
        Look.Do(InquiryRecord.Act(inquiry, InquiryRecord.Opened, Meegedeeld));
        return Redirect("/onderzoek");
    }

    /// <summary>Ends an open inquiry now. Who was told of it is told of its end.</summary>
    public async Task<IActionResult> OnPostEindeAsync(string? nummer, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Open.FirstOrDefault(i => i.Number == nummer) is not { } inquiry)
        {
            return Absent();
        }

        var isTold = await InquiryRecord.IsToldAsync(log, Officer.Id, inquiry.Number, Look.Time.AddDays(-MostDays - 1), cancellation);
        Look.Do(InquiryRecord.Act(inquiry with { Until = Look.Time }, InquiryRecord.Ended, isTold));
        return Redirect("/onderzoek");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9./-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
