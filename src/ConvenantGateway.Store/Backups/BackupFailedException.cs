namespace ConvenantGateway.Store;

/// <summary>A backup or a restore could not be run: a program of PostgreSQL is missing, too old, or failed. The message holds no password and no content.</summary>
public sealed class BackupFailedException : IOException
{
    /// <summary>Creates it with the reason.</summary>
    public BackupFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public BackupFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public BackupFailedException()
    {
    }
}
