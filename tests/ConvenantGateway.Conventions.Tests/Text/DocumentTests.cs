using System.Text.RegularExpressions;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Conventions.Tests.Text;

/// <summary>What the documents say exists, and what must be said is said.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Readme_Commands_AreExactlyTwoAndExist()
    {
        var readme = RepositoryTree.Read("README.md");
        string[] expected = ["dotnet run --project src/ConvenantGateway.Host -- demo", "./test.sh"];

        var section = readme.Split("## Two commands")[1].Split("\n## ")[0];
        var commands = Fence().Matches(section).SelectMany(match => match.Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split('#')[0].Trim());
        Assert.Equal(expected, commands);
        Assert.Contains("src/ConvenantGateway.Host/ConvenantGateway.Host.csproj", RepositoryTree.Files);
        Assert.True(File.GetUnixFileMode(Path.Combine(RepositoryTree.Root, "test.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.True(File.GetUnixFileMode(Path.Combine(RepositoryTree.Root, ".ci/run")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("#!/usr/bin/env bash\nexec ./test.sh\n", RepositoryTree.Read(".ci/run"));
    }

    [Fact]
    public void Readme_Map_NamesTheSixStepsInOrder()
    {
        Assert.Contains("Connect → Exchange → Decide → Filter → Audit → Release", RepositoryTree.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_Links_LeadSomewhere()
    {
        var dead = RepositoryTree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(RepositoryTree.Read(file)).Select(match => (file, target: match.Groups["target"].Value)))
            .Where(pair => !pair.target.Contains("://", StringComparison.Ordinal))
            .Where(pair => !Path.Exists(Path.Combine(RepositoryTree.Root, Path.GetDirectoryName(pair.file)!, pair.target)))
            .Select(pair => $"{pair.file}: {pair.target}");
        Assert.Empty(dead);
    }

    [Fact]
    public void AuditEvents_EveryRecordType_IsDescribed()
    {
        var page = RepositoryTree.Read("docs/audit-events.md");
        var missing = Enum.GetValues<RecordType>().Where(type => type != RecordType.None).Select(Kebab).Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void ThreatModel_TestsItNames_Exist()
    {
        var tests = RepositoryTree.Sources("tests").SelectMany(file => Method().Matches(RepositoryTree.Read(file)).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var missing = TestName().Matches(RepositoryTree.Read("docs/threat-model.md")).Select(match => match.Groups["name"].Value).Where(name => !tests.Contains(name));
        Assert.Empty(missing);
    }

    private static string Kebab(RecordType type) => Hump().Replace(type.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex(@"```sh\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bpublic\s+(?:static\s+)?(?:async\s+)?[\w<>]+\s+(?<name>\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*_\w+_\w+)`")]
    private static partial Regex TestName();
}
