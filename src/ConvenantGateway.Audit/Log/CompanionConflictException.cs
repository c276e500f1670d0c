namespace ConvenantGateway.Audit;

/// <summary>A companion write broke a uniqueness rule: nothing of the item was written. <see cref="Exception.Message"/> is the rule: <c>idempotency-key</c>, <c>transaction</c> or <c>outcome</c>.</summary>
public sealed class CompanionConflictException : Exception
{
    /// <summary>Creates it with the reason.</summary>
    public CompanionConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public CompanionConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public CompanionConflictException()
    {
    }
}
