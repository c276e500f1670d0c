using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Release;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Chooses the language, by POST, and returns to the page it was chosen on.</summary>
[ForRoles]
internal sealed class LanguagePage(IActivePolicy active) : ConsolePage(active)
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status404NotFound);

    /// <summary>Remembers the choice.</summary>
    public IActionResult OnPost(string? taal, string? terug)
    {
        ConsoleLanguage.Remember(Response, taal);
        return LocalRedirect(Url.IsLocalUrl(terug) ? terug! : "/");
    }
}
