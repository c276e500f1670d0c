using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Development.Policies;

/// <summary>Reads a policy folder and its overlay into memory. Policy itself does no I/O.</summary>
public static class PolicyFolder
{
    /// <summary>Reads all files of the root and, if it is there, the overlay. Hidden files and markdown are not policy.</summary>
    /// <exception cref="DirectoryNotFoundException">The root does not exist.</exception>
    /// <exception cref="InvalidDataException">A path is in both.</exception>
    public static PolicyFiles Read(string root, string? overlay)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        Add(files, root);
        if (overlay is not null && Directory.Exists(overlay))
        {
            Add(files, overlay);
        }

        return new PolicyFiles(files.ToImmutable());
    }

    private static void Add(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Builder files, string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (name.EndsWith(".md", StringComparison.Ordinal) || name.Split('/').Any(static p => p.StartsWith('.')))
            {
                continue;
            }

            if (!files.TryAdd(name, File.ReadAllBytes(path)))
            {
                throw new InvalidDataException($"`{name}` is in the policy folder and in its overlay");
            }
        }
    }
}
