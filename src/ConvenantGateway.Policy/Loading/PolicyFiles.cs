using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A policy folder (and overlay) read into memory: path inside the root with forward slashes → bytes. Whoever reads the disk makes this; Policy does no I/O.</summary>
/// <param name="Files">The files; an overlay's file replaces none of the root's: a path in both is an error.</param>
public sealed record PolicyFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>The covenants that have a folder, in ordinal order.</summary>
    public IEnumerable<string> Covenants =>
        Files.Keys.Where(k => k.StartsWith("covenant/", StringComparison.Ordinal) && k.EndsWith("/covenant.yaml", StringComparison.Ordinal)).Select(k => k.Split('/')[1]);

    /// <summary>The YAML files of a folder, in ordinal order of their paths.</summary>
    internal IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> Under(string folder) =>
        Files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal) && f.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value));
}
