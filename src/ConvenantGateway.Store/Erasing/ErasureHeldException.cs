using System.Collections.Immutable;

namespace ConvenantGateway.Store;

/// <summary>A legal hold stops an erasure: nothing was erased.</summary>
public sealed class ErasureHeldException : Exception
{
    /// <summary>Creates it with the holds.</summary>
    public ErasureHeldException(ImmutableArray<LegalHold> holds)
        : base("a legal hold stops the erasure: " + string.Join("; ", holds.Select(static h => $"hold {h.Transaction:D} of `{h.Viewer}` for `{h.Reason}` until {h.Until:yyyy-MM-dd}"))) => Holds = holds;

    /// <summary>Creates it with the reason.</summary>
    public ErasureHeldException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public ErasureHeldException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public ErasureHeldException()
    {
    }

    /// <summary>The holds.</summary>
    public ImmutableArray<LegalHold> Holds { get; } = [];
}
