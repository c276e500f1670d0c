using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Policy files of a few lines for one reader.</summary>
internal static class ReaderFiles
{
    /// <summary>The text with one thing changed, which must be in it.</summary>
    public static string Changed(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    public static PolicyFiles Of(params (string Path, string Text)[] files) =>
        new(files.ToImmutableSortedDictionary(static f => f.Path, static f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));
}
