using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks;

/// <summary>The repository's own policies under the covenant of the demo, every party taken as having signed.</summary>
internal static class RealPolicies
{
    /// <summary>The covenants of the folder, the demo's first.</summary>
    public static IReadOnlyList<string> Covenants { get; } = ["modelconvenant-2009", "convenant-2025"];

    /// <summary>Reads and compiles the demo's covenant.</summary>
    /// <exception cref="BenchFailedException">The policies do not load.</exception>
    public static PolicySnapshot Load() => Load(Files(), Covenants[0]);

    /// <summary>The files of the folder.</summary>
    /// <exception cref="BenchFailedException">There is no folder.</exception>
    public static PolicyFiles Files()
    {
        var root = RepositoryFolder.Policies;
        if (!Directory.Exists(root))
        {
            throw new BenchFailedException($"there is no folder {root}");
        }

        return new PolicyFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(static f => !f.EndsWith(".md", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), static f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
    }

    /// <summary>Compiles one covenant.</summary>
    /// <exception cref="BenchFailedException">The policies do not load.</exception>
    public static PolicySnapshot Load(PolicyFiles files, string covenant) => Loaded(PolicyLoader.Load(files, new PolicyLoadOptions
    {
        Covenant = covenant,
        Anchors = [],
        Now = TimeProvider.System.GetUtcNow(),
        AllowReenactment = true,
        AssumeSigned = true,
    }));

    /// <summary>Compiles the law alone.</summary>
    /// <exception cref="BenchFailedException">The policies do not load.</exception>
    public static PolicySnapshot LoadLaw(PolicyFiles files) => Loaded(PolicyLoader.LoadStatute(files));

    private static PolicySnapshot Loaded(PolicyLoadResult result) =>
        result.Snapshot ?? throw new BenchFailedException($"the policies do not load: {string.Join("; ", result.Errors.Take(5).Select(static e => $"{e.File}:{e.Line} {e.Code} {e.Message}"))}");
}
