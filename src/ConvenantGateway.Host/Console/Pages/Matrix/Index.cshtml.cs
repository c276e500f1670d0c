using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The sharing matrix of the covenant in force: who may provide what to whom. Rules only, nothing about persons, so every role may look.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Casuswerker, OfficerRole.Toezicht, OfficerRole.Beheer)]
internal sealed class MatrixPage(IActivePolicy active) : MatrixScreen(active)
{
    /// <summary>What was chosen.</summary>
    public MatrixFilter Filter { get; private set; } = new("", "", "");

    /// <summary>The rules that were chosen, by sender and receiver; those for everybody last.</summary>
    public IReadOnlyList<IGrouping<string, MatrixRule>> Groups { get; private set; } = [];

    /// <summary>The categories that stand in those rules.</summary>
    public CategorySet Categories { get; private set; }

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
        Filter = MatrixFilter.Of(Request.Query, Policy, Titles);
        Look.Note("filter", Filter.AsQuery);
        Groups = [.. Rules.Where(Filter.Admits).OrderBy(static r => r.IsFromAnyone || r.IsToAnyone).GroupBy(Parties, StringComparer.Ordinal)];
        Categories = Groups.SelectMany(static g => g).Aggregate(default(CategorySet), static (all, rule) => rule.Roles.Aggregate(all | rule.Never, static (set, role) => set | role.Categories));
    }
}
