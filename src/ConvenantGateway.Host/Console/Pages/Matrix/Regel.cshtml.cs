using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One rule of the matrix with the articles it rests on, each in the text that was read.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Casuswerker, OfficerRole.Toezicht, OfficerRole.Beheer)]
internal sealed class MatrixRulePage(IActivePolicy active) : MatrixScreen(active)
{
    /// <summary>The rule.</summary>
    public MatrixRule Rule { get; private set; } = null!;

    /// <summary>Shows the page; a rule that is not in force is answered as one that does not exist.</summary>
    public IActionResult OnGet(string regel)
    {
        if (Rules.FirstOrDefault(r => r.Id == regel) is not { } rule)
        {
            return Absent();
        }

        Look.Note("rule", rule.Id);
        Rule = rule;
        return Page();
    }
}
