namespace ConvenantGateway.Store;

/// <summary>Files and folders of a backup or a restore: readable for their owner only, never over something that is there.</summary>
internal static class OwnFiles
{
    /// <summary>Options of a new file.</summary>
    public static FileStreamOptions New()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Makes an empty file for a program to write.</summary>
    public static void Make(string path)
    {
        using var file = new FileStream(path, New());
    }

    /// <summary>Writes a file; on disk when it returns.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, New());
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a file that others may be adding to; on disk when it returns.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = new FileStream(to, New());
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Makes a folder, or takes one that is empty.</summary>
    /// <exception cref="BackupRefusedException">It holds something.</exception>
    public static void EmptyFolder(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new BackupRefusedException($"`{path}` is not empty: nothing is overwritten");
        }

        PrivateFolder.Make(path);
    }
}
