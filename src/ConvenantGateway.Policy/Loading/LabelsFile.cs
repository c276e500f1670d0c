using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>labels.yaml</c>: what a security label adds to the class of a resource of any type.</summary>
public static class LabelsFile
{
    /// <summary>Its path in the policy root.</summary>
    public const string Path = "labels.yaml";

    /// <summary>What a label may be said to add.</summary>
    internal static readonly ImmutableArray<string> AddsWords = ["none", .. CodeWords.Categories];

    /// <summary>The lines; empty with errors if the file is not there or wrong: a label that nobody reads would be passed over in silence.</summary>
    internal static ImmutableArray<SecurityLabel> Read(PolicyFiles files, PolicyErrorList errors)
    {
        if (!files.Files.TryGetValue(Path, out var bytes))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(Path), "this file must be there");
            return [];
        }

        if (YamlMap.Root(Path, bytes, errors) is not { } map)
        {
            return [];
        }

        var labels = ImmutableArray.CreateBuilder<SecurityLabel>();
        var seen = new HashSet<(string, string)>();
        foreach (var line in map.Maps("labels", required: true))
        {
            var system = line.Text("system");
            var code = line.Text("code");
            var adds = line.Codes("adds", AddsWords, "category", required: true);
            _ = line.Text("note", required: false);
            line.Done();
            if (system is null || code is null || adds.Count == 0)
            {
                continue;
            }

            if (adds.Count > 1 && adds.Any(static a => a.Value == "none"))
            {
                errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("adds"), "`none` stands alone");
            }

            if (!seen.Add((system, code)))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("code"), $"the label `{code}` stands here twice");
                continue;
            }

            labels.Add(new SecurityLabel(system, code, CodeWords.Set(adds)));
        }

        map.Done();
        return labels.ToImmutable();
    }
}
