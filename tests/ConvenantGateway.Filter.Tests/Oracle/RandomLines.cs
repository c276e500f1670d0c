using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Element lines at random for a type: paths of R4 down to three steps, slices, extensions of primitives. Modifiers are mostly listed, or little would ever be left.</summary>
internal sealed class RandomLines(Random random)
{
    private static readonly string[] Sliced = ["identifier", "telecom"];

    public ElementClassification Make(string type)
    {
        var lines = new Dictionary<string, ElementRule>(StringComparer.Ordinal);
        var usesClass = random.Next(3) == 0;
        foreach (var element in R4Catalogue.Find(type)!.Elements)
        {
            if (element.Name is "text" or "contained" or "meta" or "extension" or "modifierExtension")
            {
                continue;
            }

            if (element.IsModifier && random.Next(30) != 0)
            {
                lines[element.Name] = new ElementRule(element.Name, ElementKind.Structure, default);
            }

            var path = random.Next(4) == 0 && Sliced.Contains(element.Name) ? $"{element.Name}[system=http://a]" : element.Name;
            if (random.Next(3) != 0)
            {
                lines.TryAdd(path, Rule(path, usesClass));
            }

            Deeper(lines, element, path, usesClass, 1);
        }

        lines.TryAdd("meta.tag[system=http://a]", Rule("meta.tag[system=http://a]", usesClass));
        lines.TryAdd("meta.profile", Rule("meta.profile", usesClass));
        return Sound(new ElementClassification(type, default, [], [.. lines.Values]));
    }

    /// <summary>Without the lines that no policy may hold: a part of a slice that asks for less than the slice.</summary>
    private static ElementClassification Sound(ElementClassification classification)
    {
        var wrong = PathCheck.Of(classification).Select(static f => f.Path).ToHashSet(StringComparer.Ordinal);
        return wrong.Count == 0 ? classification : Sound(classification with { Elements = [.. classification.Elements.Where(e => !wrong.Contains(e.Path))] });
    }

    private void Deeper(Dictionary<string, ElementRule> lines, CatalogueElement element, string path, bool usesClass, int depth)
    {
        if (random.Next(3) != 0 || depth > 2)
        {
            return;
        }

        var type = R4Catalogue.Find(element.Types[0])!;
        if (type.IsPrimitive)
        {
            lines.TryAdd($"{path}.extension[url=http://x]", Rule($"{path}.extension[url=http://x]", usesClass));
            return;
        }

        var children = type.Elements.Where(static c => c.Types is not (["Narrative"] or ["Resource"])).ToList();
        for (var i = 0; i < 3; i++)
        {
            var child = children[random.Next(children.Count)];
            var childPath = child.Name is "extension" or "modifierExtension" ? $"{path}.{child.Name}[url=http://y]" : $"{path}.{child.Name}";
            lines.TryAdd(childPath, Rule(childPath, usesClass));
            Deeper(lines, child, childPath, usesClass, depth + 1);
        }
    }

    private ElementRule Rule(string path, bool usesClass) => random.Next(usesClass ? 5 : 4) switch
    {
        0 => new ElementRule(path, ElementKind.Structure, default),
        1 => new ElementRule(path, ElementKind.Withheld, default),
        4 => new ElementRule(path, ElementKind.ResourceClass, default),
        _ => new ElementRule(path, ElementKind.Category, CategorySet.Of(1 + random.Next(6))),
    };
}
