namespace ConvenantGateway.Store;

/// <summary>The store cannot be opened, or may not be served from: not reachable, no rights, or a server that would not keep what it acknowledges. The message holds no password.</summary>
public sealed class StoreUnusableException : IOException
{
    /// <summary>Creates it with the reason.</summary>
    public StoreUnusableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public StoreUnusableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public StoreUnusableException()
    {
    }
}
