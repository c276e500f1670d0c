using System.Diagnostics;

namespace ConvenantGateway.Conventions.Tests;

/// <summary>The checked-out tree that these tests judge. Works in a clone and in a plain copy without <c>.git</c>.</summary>
internal static class RepositoryTree
{
    private static readonly string[] Made = ["bin", "obj", ".git", ".vs", "TestResults", "StrykerOutput", "data", "artifacts"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All files that belong to the tree, with <c>/</c>, relative to <see cref="Root"/>; what builds and runs make is not among them.</summary>
    public static IReadOnlyList<string> Files { get; } = FindFiles();

    /// <summary>The C# files under a folder.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConvenantGateway.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run from inside the tree");
    }

    private static List<string> FindFiles()
    {
        var tracked = Tracked();
        if (tracked.Count > 0)
        {
            return tracked;
        }

        return [.. Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];
    }

    private static List<string> Tracked()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return [];
        }

        try
        {
            var start = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                start.ArgumentList.Add(argument);
            }

            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode != 0
                ? []
                : [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git on this machine: the folders tell the same.
            return [];
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo child && !Made.Contains(child.Name, StringComparer.Ordinal) && child.LinkTarget is null)
            {
                foreach (var file in Walk(child))
                {
                    yield return file;
                }
            }
            else if (entry is FileInfo)
            {
                yield return Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            }
        }
    }
}
