namespace ConvenantGateway.Policy.Tests;

/// <summary>Which files of a folder are read as what.</summary>
public sealed class PolicyFilesTests
{
    private static readonly PolicyFiles Files = ReaderFiles.Of(
        ("covenant/b/covenant.yaml", ""), ("covenant/a/covenant.yaml", ""), ("covenant/c/own.rules.yaml", ""), ("covenant/c/a.jws", ""), ("old/d/covenant.yaml", ""));

    [Fact]
    public void Covenants_OfAFolder_AreThoseWithACovenantFile() => Assert.Equal(["a", "b"], Files.Covenants);

    [Fact]
    public void Under_Folder_GivesItsYamlInOrder() =>
        Assert.Equal(["covenant/a/covenant.yaml", "covenant/b/covenant.yaml", "covenant/c/own.rules.yaml"], Files.Under("covenant/").Select(static f => f.Path));
}
