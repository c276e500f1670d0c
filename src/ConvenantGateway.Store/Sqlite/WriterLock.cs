namespace ConvenantGateway.Store;

/// <summary>The exclusive lock of a log's writer. The system releases it when the process ends, however it ends.</summary>
internal static class WriterLock
{
    /// <summary>Takes the lock.</summary>
    /// <exception cref="LogInUseException">Another process, or another store in this one, has it.</exception>
    public static FileStream Take(string path)
    {
        try
        {
            // On Linux `FileShare.None` is flock(LOCK_EX).
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new LogInUseException($"another process writes the log in `{Path.GetDirectoryName(path)}`: one writer per log", e);
        }
    }
}
