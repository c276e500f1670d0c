using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Release;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What every page has: who looks, the words, the policy in force, the look that will be recorded.</summary>
/// <param name="active">The policy in force.</param>
internal abstract class ConsolePage(IActivePolicy active) : PageModel
{
    private ConsoleText? _text;

    /// <summary>The words.</summary>
    public ConsoleText T => _text ??= ConsoleLanguage.Of(Request);

    /// <summary>Who looks.</summary>
    public Officer Officer => HttpContext.Features.GetRequiredFeature<ConnectedOfficer>().Officer;

    /// <summary>The look.</summary>
    public ConsoleLook Look => HttpContext.Features.GetRequiredFeature<ConsoleLook>();

    /// <summary>The policy set that this request began with.</summary>
    public PolicySnapshot Policy { get; } = active.Current.Snapshot;

    /// <summary>The name of the officer's organisation; empty for those without.</summary>
    public string OrganisationName => NameOf(Officer.Organisation.Value);

    /// <summary>Where the page stands in the menu.</summary>
    public virtual string Section => "";

    /// <summary>The name of a partner or officer on screen; the slug if the files do not know it.</summary>
    public string NameOf(string slug) =>
        PartnerId.TryParse(slug, out var id) && Policy.Partners.TryGetValue(id, out var partner) ? partner.Name
        : Policy.Officers.TryGetValue(slug, out var officer) ? officer.Name
        : slug;

    /// <summary>A purpose in words.</summary>
    public string PurposeName(string code) => Policy.Purposes.TryGetValue(code, out var title) ? title : code;

    /// <summary>A ground in words.</summary>
    public string GroundName(string code) => Policy.Grounds.TryGetValue(code, out var ground) ? ground.Title : code;

    /// <summary>A category in words.</summary>
    public string CategoryName(string code) => Policy.CategoryNames.TryGetValue(code, out var name) ? name : code;

    /// <summary>The answer for what is not there and for what is not for this officer.</summary>
    protected static IActionResult Absent() => new StatusCodeResult(StatusCodes.Status404NotFound);
}
