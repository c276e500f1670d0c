using System.Collections.Concurrent;

namespace ConvenantGateway.Store;

/// <summary>Read connections with their prepared statements, one per concurrent reader. Thread safe.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly ConcurrentBag<Database> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs a read on a connection of its own.</summary>
    public TResult Read<TState, TResult>(TState state, Func<Database, TState, TResult> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_idle.TryTake(out var database))
        {
            database = Database.OpenReading(path);
        }

        try
        {
            var result = read(database, state);
            if (!_closed)
            {
                _idle.Add(database);
                database = null;
            }

            return result;
        }
        finally
        {
            // A connection that failed in the middle of a read is not used again.
            database?.Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }
}
