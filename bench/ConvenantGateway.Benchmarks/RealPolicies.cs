using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks;

/// <summary>The repository's own policies under the covenant of the demo, every party taken as having signed.</summary>
internal static class RealPolicies
{
    /// <summary>Reads and compiles.</summary>
    /// <exception cref="BenchFailedException">The policies do not load.</exception>
    public static PolicySnapshot Load()
    {
        var root = RepositoryFolder.Policies;
        if (!Directory.Exists(root))
        {
            throw new BenchFailedException($"there is no folder {root}");
        }

        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(static f => !f.EndsWith(".md", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), static f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
        var result = PolicyLoader.Load(new PolicyFiles(files), new PolicyLoadOptions
        {
            Covenant = "modelconvenant-2009",
            Anchors = [],
            Now = TimeProvider.System.GetUtcNow(),
            AllowReenactment = true,
            AssumeSigned = true,
        });
        return result.Snapshot ?? throw new BenchFailedException($"the policies do not load: {string.Join("; ", result.Errors.Take(5).Select(static e => $"{e.File}:{e.Line} {e.Code} {e.Message}"))}");
    }
}
