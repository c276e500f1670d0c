using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Checks the paths of a classification against the catalogue.</summary>
internal static class PathCheck
{
    /// <summary>Everything that is wrong; empty if nothing is.</summary>
    public static List<PathFault> Of(ElementClassification classification)
    {
        if (R4Catalogue.Find(classification.ResourceType) is not { Form: TypeForm.Resource } type)
        {
            var name = classification.ResourceType;
            return [new PathFault(FilterErrorCodes.UnknownResource, name, -1, $"`{name}` is not an R4 resource", Nearest.Suggest(name, R4Catalogue.ResourceNames))];
        }

        var faults = new List<PathFault>();
        foreach (var rule in classification.Elements)
        {
            if ((Wrong(type, rule) ?? SliceCheck.Wrong(classification, rule)) is { } wrong)
            {
                faults.Add(Fault(rule.Path, -1, wrong));
            }
        }

        faults.AddRange(AmbiguityCheck.Of(type, classification.Elements.Select(static e => e.Path)).Select(static a => Fault(a.Path, -1, (a.Why, a.Suggestion))));
        for (var i = 0; i < classification.ClassRules.Length; i++)
        {
            var path = classification.ClassRules[i].Path;
            var (types, wrong) = Resolve(type, path);
            if (wrong is { } unknown)
            {
                faults.Add(Fault(path, i, unknown));
            }
            else if (types is not ["Coding"])
            {
                var below = types.Any(static t => PathWords.TypesOf(R4Catalogue.Find(t), "coding") is not null);
                faults.Add(Fault(path, i, ("is not a Coding", below ? $"did you mean `{path}.coding`?" : null)));
            }
        }

        return faults;
    }

    private static PathFault Fault(string path, int classRule, (string Why, string? Suggestion) wrong) =>
        new(FilterErrorCodes.UnknownPath, path, classRule, $"`{path}` {wrong.Why}", wrong.Suggestion);

    private static (string Why, string? Suggestion)? Wrong(CatalogueType type, ElementRule rule)
    {
        var (types, wrong) = Resolve(type, rule.Path);
        if (wrong is not null || rule.Kind == ElementKind.Withheld)
        {
            return wrong;
        }

        if (PathStep.ReadAll(rule.Path)!.Exists(static s => s is { Name: "extension" or "modifierExtension", Conditions.Length: 0 }))
        {
            return ("must name the url of the extension: `extension[url=…]`", null);
        }

        if (rule.Subject != ElementKind.Withheld && !types.Contains("Reference"))
        {
            return ("is no Reference: it cannot name the subject", null);
        }

        return rule.Path switch
        {
            "meta" => ("must be listed by its parts", "e.g. `meta.versionId`, `meta.lastUpdated` or `meta.tag[system=…]`"),
            _ => types is ["Narrative"] or ["xhtml"] or ["Resource"] ? ("can never be released", "write `as: withheld`") : null,
        };
    }

    private static (string[] Types, (string Why, string? Suggestion)? Wrong) Resolve(CatalogueType root, string path)
    {
        if (PathStep.ReadAll(path) is not { } steps)
        {
            return ([], ("is not an element path", "a path is `name`, `name.family` or `identifier[system=…].value`"));
        }

        if (steps[0].Name == root.Name && steps.Count > 1 && PathWords.TypesOf(root, root.Name) is null)
        {
            return ([], ("does not exist in R4", $"leave out the name of the resource: `{path[(root.Name.Length + 1)..]}`"));
        }

        string[] types = [root.Name];
        foreach (var step in steps)
        {
            var next = types.Select(name => PathWords.TypesOf(R4Catalogue.Find(name), step.Name)).FirstOrDefault(static t => t is not null);
            if (next is null)
            {
                return ([], ($"does not exist in R4{(steps.Count == 1 ? "" : $": no `{step.Name}` there")}", PathWords.Suggest(types, step.Name)));
            }

            foreach (var condition in step.Conditions)
            {
                var child = next.Select(t => PathWords.TypesOf(R4Catalogue.Find(t), condition.Child)).FirstOrDefault(static c => c is not null);
                if (child is not [var childType] || R4Catalogue.Find(childType) is not { Form: TypeForm.Text })
                {
                    return ([], ($"has no text `{condition.Child}` to slice by", PathWords.SuggestSlice(next, condition.Child)));
                }
            }

            types = next;
        }

        return (types, null);
    }
}
