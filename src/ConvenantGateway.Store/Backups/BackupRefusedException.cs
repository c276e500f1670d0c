namespace ConvenantGateway.Store;

/// <summary>A backup is not what its manifest says, or a restore would lose something: nothing was restored.</summary>
public sealed class BackupRefusedException : Exception
{
    /// <summary>Creates it with the reason.</summary>
    public BackupRefusedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public BackupRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public BackupRefusedException()
    {
    }
}
