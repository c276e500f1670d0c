using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Wegwijzer;

/// <summary>The repository's own policy, read once.</summary>
internal static class RepositoryPolicy
{
    private static readonly Lazy<PolicySnapshot> Loaded = new(() => Load());

    public static PolicySnapshot Snapshot => Loaded.Value;

    public static WegwijzerGuide Guide => Snapshot.Wegwijzer;

    private static PolicySnapshot Load([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../policies"));
        var files = new PolicyFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
        var result = PolicyLoader.Load(files, new PolicyLoadOptions
        {
            Covenant = "modelconvenant-2009",
            Anchors = [],
            Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            AllowReenactment = true,
            AssumeSigned = true,
        });
        return result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
