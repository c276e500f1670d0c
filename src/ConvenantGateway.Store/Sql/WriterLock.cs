namespace ConvenantGateway.Store;

/// <summary>The exclusive lock of a node's folder. The system releases it when the process ends, however it ends.</summary>
internal static class WriterLock
{
    /// <summary>Makes the folder if it does not exist, and takes its lock.</summary>
    /// <exception cref="LogInUseException">Another process, or another store in this one, has it.</exception>
    public static FileStream TakeFolder(string folder)
    {
        var full = Path.GetFullPath(folder);
        PrivateFolder.Make(full);
        return Take(full);
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="LogInUseException">Another process, or another store in this one, has it.</exception>
    public static FileStream Take(string folder)
    {
        try
        {
            // On Linux `FileShare.None` is flock(LOCK_EX).
            return new FileStream(Path.Combine(folder, "convenant.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new LogInUseException($"another process writes the log in `{folder}`: one writer per log", e);
        }
    }
}
