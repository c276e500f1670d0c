namespace ConvenantGateway.Cli.Tests;

/// <summary>A copy of a folder in the temporary directory, gone with the test.</summary>
internal sealed class FolderCopy : IDisposable
{
    public FolderCopy(string source)
    {
        Path = Directory.CreateTempSubdirectory("policies-").FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path { get; }

    /// <summary>Changes one text; fails if it is not there.</summary>
    public void Replace(string file, string old, string replacement)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
