using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The exchanges about one person: searched by POST only, shown by opaque id, the names dropped once the handle is made (design.md section 9).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Toezicht)]
internal sealed class PersonPage(IActivePolicy active, ILogReading log, RecordScope scope, IPersonHandles handles) : ConsolePage(active)
{
    private const int Most = 100;

    /// <inheritdoc/>
    public override string Section => "/betrokkene";

    /// <summary>Through whose eyes; null without an open inquiry.</summary>
    public PartnerId? Viewer { get; private set; }

    /// <summary>The organisations to choose from.</summary>
    public IReadOnlyList<PartnerId> Organisations { get; private set; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<VisibleRecord> Records { get; private set; } = [];

    /// <summary>More was found than is shown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The person that was searched; empty before a search.</summary>
    public string OpaqueId { get; private set; } = "";

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Shows the empty form.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => await ScopeAsync(null, cancellation);

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnPostAsync(
        string? achternaam, string? voornaam, string? geboortedatum, string? geslacht, string? organisatie, CancellationToken cancellation)
    {
        await ScopeAsync(organisatie, cancellation);
        if (Viewer is not { } viewer)
        {
            return Absent();
        }

        var gender = geslacht is "female" or "male" or "other" ? geslacht : null;
        if (handles.HandleOf(new PersonTraits(achternaam ?? "", voornaam, geboortedatum, gender, null)) is not { } handle)
        {
            Message = "Vul een achternaam en een volledige geboortedatum in.";
            return Page();
        }

        Look.Note("viewer", viewer.Value);
        Look.About(handle);
        OpaqueId = OpaquePerson.IdOf(handle.ToBytes(), viewer);
        var found = await log.ListAsync(viewer.Value, new RecordQuery { Types = ExchangeTypes.All, Person = handle.ToBytes(), Limit = Most + 1 }, cancellation);
        Records = [.. found.Take(Most)];
        IsCut = found.Count > Most;
        return Page();
    }

    private async ValueTask ScopeAsync(string? named, CancellationToken cancellation)
    {
        Organisations = await scope.OrganisationsAsync(Officer, cancellation);
        Viewer = await scope.ChooseAsync(Officer, named, cancellation);
    }
}
