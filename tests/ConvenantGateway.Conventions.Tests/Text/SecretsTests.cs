using System.Text.RegularExpressions;

namespace ConvenantGateway.Conventions.Tests.Text;

/// <summary>What must never be in the tree: keys, databases, and the ways of one machine.</summary>
public sealed partial class SecretsTests
{
    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".zip", ".bin", ".p12", ".pfx", ".db"];

    [Fact]
    public void Tree_PrivateKeys_None()
    {
        Assert.DoesNotContain(Texts(), file => PrivateKey().IsMatch(RepositoryTree.Read(file)));
    }

    [Fact]
    public void Tree_KeyOrDatabaseFiles_None()
    {
        string[] forbidden = [".key", ".p12", ".pfx", ".pem", ".db", ".db-wal", ".db-shm"];
        Assert.DoesNotContain(RepositoryTree.Files, file => forbidden.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));
    }

    [Fact]
    public void Tree_PathsOfAMachine_None()
    {
        Assert.Empty(Texts().SelectMany(file => MachinePath().Matches(RepositoryTree.Read(file)).Select(match => $"{file}: {match.Value}")));
    }

    [Fact]
    public void Tree_ReferencesOutside_None()
    {
        var outside = "../" + "shared";
        Assert.DoesNotContain(Texts(), file => RepositoryTree.Read(file).Contains(outside, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts() =>
        RepositoryTree.Files.Where(file => !Binary.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    [GeneratedRegex(@"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----(\\n|\s)+[A-Za-z0-9+/=]{16}")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![\w.:/*-])/(home|root|Users|work)/\w[\w./-]*|[A-Z]:\\\\?Users")]
    private static partial Regex MachinePath();
}
