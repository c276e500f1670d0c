using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Tells in which respects a covenant rule allows what its statute rule does not: the covenant narrows the law and never widens it.</summary>
internal static class Containment
{
    /// <summary>The keys in which <paramref name="rule"/> is wider than <paramref name="statute"/>; empty if it is contained.</summary>
    public static IEnumerable<string> Wider(Rule rule, Rule statute)
    {
        if (rule.IsProhibition != statute.IsProhibition)
        {
            yield return "prohibit";
        }

        if (!Within(rule.From, statute.From))
        {
            yield return "from";
        }

        if (!Within(rule.To, statute.To))
        {
            yield return "to";
        }

        if (!Within(rule.Purposes, statute.Purposes))
        {
            yield return "purpose";
        }

        if (rule.By.Except(statute.By).Any())
        {
            yield return "by";
        }

        if (rule.Holder != statute.Holder)
        {
            yield return "holder";
        }

        if ((rule.Profiles & ~statute.Profiles) != 0)
        {
            yield return "profiles";
        }

        if (!Within(rule.Grounds, statute.Grounds))
        {
            yield return "grounds";
        }

        if ((statute.Evidence & ~rule.Evidence) != 0)
        {
            yield return "evidence";
        }

        if (rule.IsEmergency != statute.IsEmergency)
        {
            yield return "emergency";
        }

        if ((rule.Onward & ~statute.Onward) != 0)
        {
            yield return "onward";
        }

        if ((statute.WarnWithout & ~(rule.WarnWithout | rule.Evidence)) != 0)
        {
            yield return "warn-without";
        }

        if (statute.PriorInvestigation is not null && rule.PriorInvestigation != statute.PriorInvestigation)
        {
            yield return "voorafgaandOnderzoek";
        }

        if (!rule.Never.Contains(statute.Never))
        {
            yield return "never";
        }

        if (statute.Obligations.Except(rule.Obligations).Any())
        {
            yield return "obligations";
        }

        foreach (var role in rule.Release.Where(r => !Within(r, statute)))
        {
            yield return $"release.{CodeWords.Word(role.Rol)}";
        }
    }

    private static bool Within(RoleRelease role, Rule statute) =>
        statute.Release.FirstOrDefault(r => r.Rol == role.Rol) is { } allowed
        && allowed.Categories.Contains(role.Categories)
        && role.Level <= allowed.Level
        && (allowed.Requires & ~role.Requires) == 0
        && string.Equals(role.Basis, allowed.Basis, StringComparison.Ordinal);

    private static bool Within(ImmutableArray<string> narrow, ImmutableArray<string> wide) => !narrow.Except(wide, StringComparer.Ordinal).Any();
}
