namespace ConvenantGateway.Audit;

/// <summary>The store could not commit a batch; nothing of it was written, or it cannot be known whether it was.</summary>
public sealed class LogStoreException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="isPermanent">True for a failed sync or a damaged file: serving must stop. False for a full disk: a later batch may succeed.</param>
    /// <param name="innerException">The cause.</param>
    public LogStoreException(string message, bool isPermanent, Exception? innerException)
        : base(message, innerException) => IsPermanent = isPermanent;

    /// <summary>Creates it as permanent.</summary>
    public LogStoreException(string message, Exception innerException)
        : this(message, isPermanent: true, innerException)
    {
    }

    /// <summary>Creates it as permanent.</summary>
    public LogStoreException(string message)
        : this(message, isPermanent: true, null)
    {
    }

    /// <summary>Creates it as permanent.</summary>
    public LogStoreException()
        : this("the log's store failed")
    {
    }

    /// <summary>True if serving must stop.</summary>
    public bool IsPermanent { get; }
}
