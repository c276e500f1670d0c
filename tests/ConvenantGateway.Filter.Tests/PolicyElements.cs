using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The committed <c>policies/elements</c>.</summary>
internal static class PolicyElements
{
    public static FrozenDictionary<string, ElementClassification> ByType { get; } = Directory.GetFiles(Folder(), "*.yaml")
        .Select(static f => ElementsFile.Read($"elements/{Path.GetFileName(f)}", File.ReadAllBytes(f)).Source!.Classification)
        .ToFrozenDictionary(static c => c.ResourceType, StringComparer.Ordinal);

    public static ResourceFilter Filter { get; } = new(ByType);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "policies", "elements");
}
