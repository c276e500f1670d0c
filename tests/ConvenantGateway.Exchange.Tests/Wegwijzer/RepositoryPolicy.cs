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

    /// <summary>The repository's policy with some texts replaced: file, what it says, what it says instead.</summary>
    /// <param name="covenant">The covenant.</param>
    /// <param name="changes">The changes; each text must be there.</param>
    public static PolicySnapshot Changed(string covenant, params (string File, string Old, string New)[] changes)
    {
        var files = Files();
        foreach (var (file, old, now) in changes)
        {
            var text = System.Text.Encoding.UTF8.GetString(files.Files[file].Span);
            Assert.Contains(old, text, StringComparison.Ordinal);
            files = new PolicyFiles(files.Files.SetItem(file, System.Text.Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal))));
        }

        return Read(files, covenant);
    }

    private static PolicySnapshot Load() => Read(Files(), "modelconvenant-2009");

    private static PolicyFiles Files([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../policies"));
        return new PolicyFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
    }

    private static PolicySnapshot Read(PolicyFiles files, string covenant)
    {
        var result = PolicyLoader.Load(files, new PolicyLoadOptions
        {
            Covenant = covenant,
            Anchors = [],
            Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            AllowReenactment = true,
            AssumeSigned = true,
        });
        return result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
