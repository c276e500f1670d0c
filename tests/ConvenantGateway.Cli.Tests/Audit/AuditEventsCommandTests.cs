using ConvenantGateway.Cli.Audit;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>The documentation of the events is the one that the types give.</summary>
public sealed class AuditEventsCommandTests
{
    [Fact]
    public void Replace_TheDocumentation_ChangesNothing()
    {
        var text = File.ReadAllText(Path.Combine(Repository(), "docs", "audit-events.md"));

        Assert.Equal(text, AuditEventsCommand.Replace(text));
    }

    [Fact]
    public void Run_AFileWithoutTable_IsInvalidInputAndStaysAsItIs()
    {
        var path = Path.GetTempFileName();
        using var error = new StringWriter();

        Assert.Equal(3, AuditEventsCommand.Run(path, TextWriter.Null, error));

        Assert.Contains("no table", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(File.ReadAllText(path));
        File.Delete(path);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ConvenantGateway.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
