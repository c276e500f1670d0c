namespace ConvenantGateway.Policy;

/// <summary>The paths that have a meaning in a policy folder. Anything else is a misspelt name: a rule that nobody reads.</summary>
internal static class KnownPaths
{
    private static readonly string[] Single =
        ["profiles.yaml", "parties.yaml", "purposes.yaml", "categories.yaml", "grounds.yaml", "invariants.yaml", "onward.yaml", "clauses.yaml", "labels.yaml", RetentionFile.Path, "README.md", "operator.jws"];

    private static readonly (string Folder, string Ending)[] Folders =
    [
        ("law/", ".yaml"), ("elements/", ".yaml"), ("statute/", ".rules.yaml"), ("partners/", ".yaml"), ("officers/", ".yaml"),
        ("pins/", ".yaml"), ("cases/", ".cases.yaml"), ("wegwijzer/", ".yaml"),
    ];

    public static void Check(PolicyFiles files, PolicyErrorList errors)
    {
        foreach (var path in files.Files.Keys.Where(p => !IsKnown(p)))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(path), "a file of this name has no meaning here", Nearest.Suggest(path, Single));
        }
    }

    private static bool IsKnown(string path) =>
        Single.Contains(path, StringComparer.Ordinal)
        || path.EndsWith("/README.md", StringComparison.Ordinal)
        || Array.Exists(Folders, f => path.StartsWith(f.Folder, StringComparison.Ordinal) && path.EndsWith(f.Ending, StringComparison.Ordinal) && path.LastIndexOf('/') == f.Folder.Length - 1)
        || IsOfCovenant(path.Split('/'));

    private static bool IsOfCovenant(string[] parts) => parts switch
    {
        ["covenant", _, "covenant.yaml"] => true,
        ["covenant", _, var file] => file.EndsWith(".rules.yaml", StringComparison.Ordinal),
        ["covenant", _, "decisions", var file] => file.EndsWith(".yaml", StringComparison.Ordinal),
        ["covenant", _, "signatures", var file] => file.EndsWith(".jws", StringComparison.Ordinal),
        _ => false,
    };
}
