namespace ConvenantGateway.Store.Tests;

public sealed class FolderSyncTests
{
    [Fact]
    public void Run_Folder_Returns()
    {
        var folder = Directory.CreateTempSubdirectory("convenant-sync-é-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a"), "b");

            FolderSync.Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Run_NoSuchFolder_SaysWhich()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"convenant-{Guid.NewGuid():N}");

        Assert.Contains(folder, Assert.Throws<IOException>(() => FolderSync.Run(folder)).Message);
    }
}
