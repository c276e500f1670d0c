using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>Reads a policy folder into memory, without overlay: the questions of this command line are about what the rules say.</summary>
internal static class PolicyDirectory
{
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    public static PolicyFiles Read(DirectoryInfo root) => new(root.EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(static f => f.Extension != ".md")
        .Select(f => (Name: Path.GetRelativePath(root.FullName, f.FullName).Replace('\\', '/'), f.FullName))
        .Where(static f => !f.Name.Split('/').Any(static p => p.StartsWith('.')))
        .ToImmutableSortedDictionary(static f => f.Name, static f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f.FullName), StringComparer.Ordinal));
}
