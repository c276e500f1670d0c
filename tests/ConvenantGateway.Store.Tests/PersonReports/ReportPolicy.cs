using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests.PersonReports;

/// <summary>The repository's own rules, every party taken as having signed.</summary>
internal static class ReportPolicy
{
    private static readonly Lazy<PolicySnapshot> Loaded = new(Load);

    public static PolicySnapshot Snapshot => Loaded.Value;

    public static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static PolicySnapshot Load()
    {
        var root = Path.GetFullPath(Path.Combine(Here(), "../../../policies"));
        var files = new PolicyFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(static f => !f.EndsWith(".md", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), static f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
        var result = PolicyLoader.Load(files, new PolicyLoadOptions { Covenant = "modelconvenant-2009", Anchors = [], Now = A.Noon, AllowReenactment = true, AssumeSigned = true });
        return result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
