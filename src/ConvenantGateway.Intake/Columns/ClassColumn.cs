using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>The class of a whole resource by its codes and labels (<c>policies/elements</c>). Conflicting labels add up, and then all of them must be released.</summary>
internal static class ClassColumn
{
    /// <summary>The class.</summary>
    public static CategorySet Read(BundleEntry entry, ElementClassification classification)
    {
        var own = Labels(entry);
        foreach (var rule in classification.ClassRules)
        {
            foreach (var coding in JsonWalk.ObjectsAt(entry.Resource, rule.Path).Where(c => c.Text("system") == rule.System))
            {
                var code = coding.Text("code") ?? "";
                if (rule.Code == "*")
                {
                    // A label that is no known category releases nothing: every category must be released, and none of the rules releases all.
                    own |= CategorySet.TryParse(code, out var category) ? category : CategorySet.All;
                }
                else if (rule.Code == code)
                {
                    own |= rule.Category;
                }
            }

            if (!own.IsEmpty && rule.Code == "*")
            {
                return own;
            }
        }

        return own.IsEmpty ? classification.DefaultClass : own;
    }

    /// <summary>A category label in <c>meta.security</c> counts on every type.</summary>
    private static CategorySet Labels(BundleEntry entry)
    {
        var labels = default(CategorySet);
        foreach (var label in JsonWalk.ObjectsAt(entry.Resource, "meta.security").Where(static l => l.Text("system") == CodeSystems.Categorie))
        {
            labels |= CategorySet.TryParse(label.Text("code") ?? "", out var category) ? category : CategorySet.All;
        }

        return labels;
    }
}
