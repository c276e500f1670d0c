using ConvenantGateway.Exchange;

namespace ConvenantGateway.Conventions.Tests.Text;

/// <summary>The mapping of each projection stands in the documentation as it stands in the code.</summary>
public sealed class ProjectionDocumentTests
{
    [Theory]
    [InlineData("nen7513")]
    [InlineData("police-protocol")]
    public void Projections_MappingOfTheDocumentation_IsThatOfTheCode(string name)
    {
        var table = ProjectionFormat.All.Single(f => f.Name == $"{name}-csv").Table.Markdown();

        var written = RepositoryTree.Read("docs/projections.md").Split($"<!-- {name} -->\n")[1];

        Assert.Equal(table, written);
    }

    [Fact]
    public void Projections_Columns_HaveNamesOfTheirOwn()
    {
        Assert.All(ProjectionFormat.All, static f => Assert.Equal(f.Table.Columns.Length, f.Table.Columns.Select(static c => c.Name).Distinct().Count()));
    }
}
