using ConvenantGateway.Exchange;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Words for a status without a page. Asked for by its own address it is just another address that does not exist.</summary>
[ForRoles]
[IgnoreAntiforgeryToken]
internal sealed class StatusPages(IActivePolicy active) : ConsolePage(active)
{
    private int _status = StatusCodes.Status404NotFound;

    /// <summary>The heading.</summary>
    public string Heading => _status switch
    {
        403 => "Geen toegang",
        400 => "Dit formulier is niet aangenomen",
        405 or 413 or 415 => "Dit verzoek is niet aangenomen",
        >= 500 => "Er ging iets mis",
        _ => "Deze bladzijde bestaat niet",
    };

    /// <summary>The explanation.</summary>
    public string Explanation => _status switch
    {
        403 => "Deze bladzijde hoort niet bij uw rol, of het verzoek kwam niet van deze console zelf. Er is niets getoond en niets veranderd.",
        400 => "Het formulier hoort niet bij uw certificaat of is verlopen. Er is niets veranderd. Open de bladzijde opnieuw.",
        405 or 413 or 415 => "Zo kan dit adres niet worden gebruikt. Er is niets veranderd.",
        >= 500 => "Er is niets getoond.",
        _ => "Of zij is er niet voor u: het antwoord is dan hetzelfde.",
    };

    /// <summary>Shows the page.</summary>
    public void OnGet() => Show();

    /// <summary>Shows the page after a refused form.</summary>
    public void OnPost() => Show();

    /// <summary>Shows the page where Razor Pages would otherwise answer 200 by itself.</summary>
    public void OnOptions() => Show();

    private void Show()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalStatusCode: var status })
        {
            _status = status;
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
