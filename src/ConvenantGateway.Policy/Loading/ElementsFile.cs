using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>elements/&lt;Resource&gt;.yaml</c>: which category each FHIR element has. Whether a path exists in R4 is checked by the filter, which knows the catalogue.</summary>
public static class ElementsFile
{
    /// <summary>Where a code says what a resource is. <c>code-also-in</c> names more places: what is said of a code holds there too.</summary>
    private const string CodePath = "code.coding";

    private static readonly string[] FixedWords = ["structure", "class", "withheld"];

    private static readonly ImmutableArray<string> SubjectWords = ["structure", "class"];

    private static readonly ImmutableArray<string> CategoryCodes = [.. CategorySet.All.Codes()];

    private static readonly ImmutableArray<string> AsWords = [.. FixedWords, .. CategoryCodes];

    /// <summary>Reads one file on its own: for tests and tools. The loader reads all of them.</summary>
    /// <param name="file">The path that errors name, e.g. <c>elements/Patient.yaml</c>.</param>
    /// <param name="bytes">UTF-8 YAML.</param>
    public static ElementsFileResult Read(string file, ReadOnlyMemory<byte> bytes)
    {
        var errors = new PolicyErrorList();
        var source = Read(file, bytes, errors);
        return errors.IsEmpty ? new ElementsFileResult(source, []) : new ElementsFileResult(null, errors.ToImmutable());
    }

    internal static ElementSource? Read(string file, ReadOnlyMemory<byte> bytes, PolicyErrorList errors)
    {
        if (YamlMap.Root(file, bytes, errors) is not { } map)
        {
            return null;
        }

        var resource = map.Word("resource");
        var name = file[(file.LastIndexOf('/') + 1)..].Replace(".yaml", "", StringComparison.Ordinal);
        if (resource is not null && !string.Equals(resource.Value, name, StringComparison.Ordinal))
        {
            errors.Add(PolicyErrorCodes.NameMismatch, resource.Place, $"the file is called `{name}` but its resource is `{resource.Value}`");
        }

        CategorySet defaultClass = default;
        var classRules = new List<ResourceClassRule>();
        var classLines = ImmutableArray.CreateBuilder<int>();
        if (map.Map("class") is { } classes)
        {
            defaultClass = Default(classes);
            var alsoIn = classes.Words("code-also-in");
            foreach (var line in classes.Maps("by"))
            {
                if (ClassRule(line) is not { } rule)
                {
                    continue;
                }

                classRules.Add(rule);
                classLines.Add(line.Place.Line);
                foreach (var also in rule.Path == CodePath ? alsoIn : [])
                {
                    classRules.Add(rule with { Path = also.Value });
                    classLines.Add(also.Place.Line);
                }
            }

            if (alsoIn.Count > 0 && !classRules.Exists(static r => r.Path == CodePath))
            {
                errors.Add(PolicyErrorCodes.WrongShape, alsoIn[0].Place, $"no line of `by` speaks of `{CodePath}`: there is nothing that could also hold here");
            }

            classes.Done();
        }

        var elements = new List<ElementRule>();
        var lines = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var line in map.Maps("elements", required: true))
        {
            if (Element(line) is { } rule)
            {
                if (!lines.TryAdd(rule.Path, line.Place.Line))
                {
                    errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("path"), $"the element `{rule.Path}` stands in this file twice");
                    continue;
                }

                elements.Add(rule);
            }
        }

        map.Done();
        return resource is null ? null : new ElementSource(new ElementClassification(resource.Value, defaultClass, [.. classRules], [.. elements]), file, lines.ToImmutable())
        {
            ResourceLine = resource.Place.Line,
            ClassLines = classLines.ToImmutable(),
        };
    }

    private static CategorySet Default(YamlMap classes) =>
        classes.Code("default", ["none", .. CategoryCodes], "category") is { } code && CategorySet.TryParse(code, out var set) ? set : default;

    private static ResourceClassRule? ClassRule(YamlMap line)
    {
        var path = line.Text("path");
        var system = line.Text("system");
        var code = line.Text("code");
        var category = line.Code("category", CategoryCodes, "category", required: code is not (null or "*"));
        if (code == "*" && category is not null)
        {
            line.Errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("category"), "with code `*` the code itself is the category");
        }

        if (code?.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && star != code.Length - 1)
        {
            line.Errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("code"), "`*` stands only at the end of a code: all codes that begin so");
        }

        line.Done();
        return path is null || system is null || code is null ? null : new ResourceClassRule(path, system, code, Set(category));
    }

    private static ElementRule? Element(YamlMap line)
    {
        var path = line.Text("path");
        var kind = line.Code("as", AsWords, "category or `structure`, `class`, `withheld`");
        var subject = line.Code("subject", SubjectWords, "`structure` or `class`", required: false);
        if (subject is not null && kind is not null && !CategoryCodes.Contains(kind))
        {
            line.Errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("subject"), "only a line with a category can say otherwise for the subject");
        }

        line.Done();
        if (path is null || kind is null)
        {
            return null;
        }

        var rule = kind switch
        {
            "structure" => new ElementRule(path, ElementKind.Structure, default),
            "class" => new ElementRule(path, ElementKind.ResourceClass, default),
            "withheld" => new ElementRule(path, ElementKind.Withheld, default),
            _ => new ElementRule(path, ElementKind.Category, Set(kind)),
        };
        return rule with { Subject = subject switch { "structure" => ElementKind.Structure, "class" => ElementKind.ResourceClass, _ => ElementKind.Withheld } };
    }

    private static CategorySet Set(string? code) => code is not null && CategorySet.TryParse(code, out var set) ? set : default;
}
