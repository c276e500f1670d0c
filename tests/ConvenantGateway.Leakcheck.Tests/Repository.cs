namespace ConvenantGateway.Leakcheck.Tests;

/// <summary>The tree that the tests stand in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Policies => Path.Combine(Root, "policies");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ConvenantGateway.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("no repository above the tests");
        }

        return directory.FullName;
    }
}
