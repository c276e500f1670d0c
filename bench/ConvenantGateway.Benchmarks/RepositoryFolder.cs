namespace ConvenantGateway.Benchmarks;

/// <summary>Where the repository is: the program runs from its own output folder or from anywhere in the tree.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The policies of the repository.</summary>
    public static string Policies => Path.Combine(Root, "policies");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConvenantGateway.sln")))
            {
                return folder.FullName;
            }
        }

        throw new BenchFailedException("the repository is not found above the program");
    }
}
