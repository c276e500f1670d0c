using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Checks the paths of a classification against the catalogue.</summary>
internal static class PathCheck
{
    /// <summary>Everything that is wrong; empty if nothing is.</summary>
    public static List<PolicyError> Of(ElementClassification classification)
    {
        var errors = new List<PolicyError>();
        var file = $"elements/{classification.ResourceType}.yaml";
        if (R4Catalogue.Find(classification.ResourceType) is not { Form: TypeForm.Resource } type)
        {
            errors.Add(new PolicyError(FilterErrorCodes.UnknownResource, file, 0, 0, $"`{classification.ResourceType}` is not an R4 resource", null));
            return errors;
        }

        foreach (var rule in classification.Elements)
        {
            if (Wrong(type, rule) is { } why)
            {
                errors.Add(new PolicyError(FilterErrorCodes.UnknownPath, file, 0, 0, $"`{rule.Path}` {why}", null));
            }
        }

        foreach (var rule in classification.ClassRules)
        {
            var (types, why) = Resolve(type, rule.Path);
            if (why is not null || types is not ["Coding"])
            {
                errors.Add(new PolicyError(FilterErrorCodes.UnknownPath, file, 0, 0, $"`{rule.Path}` {why ?? "is not a Coding"}", null));
            }
        }

        return errors;
    }

    private static string? Wrong(CatalogueType type, ElementRule rule)
    {
        var (types, why) = Resolve(type, rule.Path);
        if (why is not null || rule.Kind == ElementKind.Withheld)
        {
            return why;
        }

        if (PathStep.ReadAll(rule.Path)!.Exists(static s => s is { Name: "extension" or "modifierExtension", Conditions.Length: 0 }))
        {
            return "must name the url of the extension: `extension[url=…]`";
        }

        return rule.Path switch
        {
            "contained" when rule.Kind == ElementKind.Structure => null,
            "contained" => "can only be `structure` or `withheld`",
            "meta" => "must be listed by its parts",
            _ => types is ["Narrative"] or ["xhtml"] or ["Resource"] ? "can never be released" : null,
        };
    }

    private static (string[] Types, string? Why) Resolve(CatalogueType root, string path)
    {
        if (PathStep.ReadAll(path) is not { } steps)
        {
            return ([], "is not an element path");
        }

        string[] types = [root.Name];
        foreach (var step in steps)
        {
            string[]? next = null;
            foreach (var name in types)
            {
                next ??= Find(R4Catalogue.Find(name), step.Name);
            }

            if (next is null)
            {
                return ([], "does not exist in R4");
            }

            foreach (var condition in step.Conditions)
            {
                var child = next.Select(t => Find(R4Catalogue.Find(t), condition.Child)).FirstOrDefault(static c => c is not null);
                if (child is not [var childType] || R4Catalogue.Find(childType) is not { Form: TypeForm.Text })
                {
                    return ([], $"has no text `{condition.Child}` to slice by");
                }
            }

            types = next;
        }

        return (types, null);
    }

    private static string[]? Find(CatalogueType? type, string name)
    {
        if (type is { IsPrimitive: true })
        {
            return name switch { "extension" => ["Extension"], "id" => ["string"], _ => null };
        }

        foreach (var element in type?.Elements ?? [])
        {
            if (element.Name == name)
            {
                return element.Types;
            }

            foreach (var choice in element.IsChoice ? element.Types : [])
            {
                if (element.JsonName(choice) == name)
                {
                    return [choice];
                }
            }
        }

        return null;
    }
}
