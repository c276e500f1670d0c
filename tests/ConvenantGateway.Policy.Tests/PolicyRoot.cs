using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The repository's own <c>policies/</c>, read once.</summary>
internal static class PolicyRoot
{
    public const string Wbp = "modelconvenant-2009";
    public const string Avg = "convenant-2025";

#if MUTATION_WEGWIJZER
    public static PolicyFiles Files { get; } = SmallPolicy.Of(Read(), allPlans: true);
#elif MUTATION
    public static PolicyFiles Files { get; } = SmallPolicy.Of(Read());
#else
    public static PolicyFiles Files { get; } = Read();
#endif

    public static PolicyLoadOptions Options(string covenant) => new()
    {
        Covenant = covenant,
        Anchors = [],
        Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        AllowReenactment = true,
        AssumeSigned = true,
    };

    public static PolicySnapshot Load(string covenant)
    {
        var result = PolicyLoader.Load(Files, Options(covenant));
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        return result.Snapshot!;
    }

    /// <summary>The law alone, every row on.</summary>
    public static PolicySnapshot LoadStatute()
    {
        var result = PolicyLoader.LoadStatute(Files);
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        return result.Snapshot!;
    }

    /// <summary>The files with one changed text; fails if the old text is not there, so that a test cannot pass by changing nothing.</summary>
    public static PolicyFiles With(this PolicyFiles files, string path, string old, string replacement)
    {
        var text = Encoding.UTF8.GetString(files.Files[path].Span);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return files.With(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public static PolicyFiles With(this PolicyFiles files, string path, string text) => new(files.Files.SetItem(path, Encoding.UTF8.GetBytes(text)));

    private static PolicyFiles Read([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../policies"));
        return new PolicyFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
    }
}
