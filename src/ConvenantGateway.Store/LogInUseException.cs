namespace ConvenantGateway.Store;

/// <summary>Another process writes this log: one writer per log. The process must end with exit code 1.</summary>
public sealed class LogInUseException : Exception
{
    /// <summary>Creates it with the reason.</summary>
    public LogInUseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public LogInUseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public LogInUseException()
    {
    }
}
