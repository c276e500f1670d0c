namespace ConvenantGateway.Audit;

/// <summary>A record could not be made durable: nothing may leave; the answer is 503.</summary>
public sealed class AuditUnavailableException : Exception
{
    /// <summary>Creates it with the reason.</summary>
    public AuditUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public AuditUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public AuditUnavailableException()
    {
    }
}
