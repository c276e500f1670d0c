using System.Data.Common;

namespace ConvenantGateway.Store;

/// <summary>All read connections are in use, and none became free in time: a fault of the engine for who reads.</summary>
internal sealed class ReadersBusyException : DbException
{
    /// <summary>Creates it with the reason.</summary>
    public ReadersBusyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with the reason.</summary>
    public ReadersBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    public ReadersBusyException()
        : this("no read connection became free")
    {
    }
}
