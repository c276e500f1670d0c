using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The held messages of the own organisation as sender: where something must go, never what it says (domain.md 10.2, 9).</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf)]
internal sealed partial class HeldPage(IActivePolicy active, IHolds holds) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/aangehouden";

    /// <summary>The messages, newest first.</summary>
    public ImmutableArray<HeldMessage> Held { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Officer.Organisation != default)
        {
            Held = await holds.ListAsync(Officer.Organisation, cancellation);
        }
    }

    /// <summary>A reason with the category's name behind its code.</summary>
    public string Reason(string reason) => CategoryCode().Replace(reason, match => $"{match.Value} {CategoryName(match.Value)}");

    [GeneratedRegex(@"\bD\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryCode();
}
