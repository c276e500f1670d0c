using System.Text.RegularExpressions;

namespace ConvenantGateway.Conventions.Tests.Text;

/// <summary>Every law that the code leans on is an article that the policy folder knows, in the text that was read.</summary>
public sealed partial class LawTagTests
{
    [Fact]
    public void LawTag_InSources_StandsInThePolicyFolder()
    {
        var unknown = RepositoryTree.Sources("src")
            .SelectMany(file => Tag().Matches(RepositoryTree.Read(file)).Select(match => (file, match)))
            .Where(found => !IsKnown(found.match))
            .Select(found => $"{found.file}: {found.match.Value}");
        Assert.Empty(unknown);
    }

    [Fact]
    public void LawTag_InSources_IsComplete()
    {
        var loose = RepositoryTree.Sources("src")
            .Where(file => OpenTag().Count(RepositoryTree.Read(file)) != Tag().Count(RepositoryTree.Read(file)));
        Assert.Empty(loose);
    }

    private static bool IsKnown(Match tag)
    {
        var file = $"policies/law/{tag.Groups["bwb"].Value}.yaml";
        if (!RepositoryTree.Files.Contains(file, StringComparer.Ordinal))
        {
            return false;
        }

        var text = RepositoryTree.Read(file);
        return Regex.IsMatch(text, $@"article:\s*[""']?{Regex.Escape(tag.Groups["article"].Value)}[""']?\s*[,\}}\r\n]") && text.Contains(tag.Groups["asof"].Value, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<law bwb=""(?<bwb>BWBR\d{7})"" article=""(?<article>[^""]+)"" asof=""(?<asof>\d{4}-\d{2}-\d{2})""\s*/>")]
    private static partial Regex Tag();

    [GeneratedRegex("<law ")]
    private static partial Regex OpenTag();
}
