using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>
/// The class of a whole resource by its codes and labels (<c>policies/elements</c>, <c>policies/labels.yaml</c>). Labels add up, and then all of them must be released. The source's own
/// category label says what the resource is instead of the type's default; a security label only adds: it can never make a class weaker.
/// </summary>
internal static class ClassColumn
{
    private const string OwnCode = "*";

    /// <summary>The class.</summary>
    public static CategorySet Read(BundleEntry entry, ElementClassification classification) => Own(entry, classification) | Labels(entry, classification);

    private static CategorySet Own(BundleEntry entry, ElementClassification classification)
    {
        var own = default(CategorySet);
        foreach (var rule in classification.ClassRules)
        {
            foreach (var coding in JsonWalk.ObjectsAt(entry.Resource, rule.Path).Where(c => c.Text("system") == rule.System))
            {
                own |= Of(rule, coding.Text("code") ?? "");
            }

            // What stands below the source's own label is a guess from other codes: it counts only where the source said nothing.
            if (!own.IsEmpty && rule.Code == OwnCode)
            {
                return own;
            }
        }

        return own.IsEmpty ? classification.DefaultClass : own;
    }

    private static CategorySet Of(ResourceClassRule rule, string code)
    {
        if (rule.Code == OwnCode)
        {
            return Category(code);
        }

        var matches = rule.Code[^1] == '*' ? code.StartsWith(rule.Code[..^1], StringComparison.Ordinal) : code == rule.Code;
        return matches ? rule.Category : default;
    }

    private static CategorySet Labels(BundleEntry entry, ElementClassification classification)
    {
        var labels = default(CategorySet);
        foreach (var label in JsonWalk.ObjectsAt(entry.Resource, "meta.security"))
        {
            var (system, code) = (label.Text("system"), label.Text("code") ?? "");
            labels |= system == CodeSystems.Categorie ? Category(code) : Listed(classification, system, code);
        }

        return labels;
    }

    /// <summary>Nothing of a system that <c>labels.yaml</c> does not know; everything for a code that it does not know of a system that it knows.</summary>
    private static CategorySet Listed(ElementClassification classification, string? system, string code)
    {
        var isKnown = false;
        foreach (var line in classification.Labels)
        {
            if (line.System == system)
            {
                if (line.Code == code)
                {
                    return line.Adds;
                }

                isKnown = true;
            }
        }

        return isKnown ? CategorySet.All : default;
    }

    /// <summary>A label that is no known category releases nothing: every category must be released, and none of the rules releases all.</summary>
    private static CategorySet Category(string code) => CategorySet.TryParse(code, out var category) ? category : CategorySet.All;
}
