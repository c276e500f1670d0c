using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The start: what this role can do here.</summary>
[ForRoles]
internal sealed class StartPage(IActivePolicy active, IHolds holds, IInquiries inquiries) : ConsolePage(active)
{
    /// <summary>How many messages of the own organisation are held.</summary>
    public int Held { get; private set; }

    /// <summary>How many inquiries are open.</summary>
    public int OpenInquiries { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Officer.Role is OfficerRole.Fg or OfficerRole.Pf && Officer.Organisation != default)
        {
            Held = (await holds.ListAsync(Officer.Organisation, cancellation)).Length;
        }
        else if (Officer.Role == OfficerRole.Toezicht)
        {
            OpenInquiries = (await inquiries.OpenAsync(Officer.Id, Look.Time, cancellation)).Length;
        }
    }
}
