using System.Collections.Concurrent;
using System.Data.Common;

namespace ConvenantGateway.Store;

/// <summary>Read connections with their prepared statements, one per concurrent reader. Thread safe.</summary>
/// <param name="open">Makes one.</param>
/// <param name="most">How many may read at once; one more waits up to 5 seconds.</param>
internal sealed class ReaderPool(Func<Database> open, int most) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim? _places = most == int.MaxValue ? null : new SemaphoreSlim(most);
    private readonly ConcurrentBag<Database> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs a read on a connection of its own.</summary>
    /// <param name="state">What the read needs.</param>
    /// <param name="read">The read; may run twice: a connection that was lost while it lay idle is found out by using it.</param>
    /// <exception cref="DbException">The engine failed, or cannot be reached.</exception>
    public TResult Read<TState, TResult>(TState state, Func<Database, TState, TResult> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_places?.Wait(Patience) == false)
        {
            throw new ReadersBusyException();
        }

        try
        {
            return Read(read, state);
        }
        finally
        {
            _places?.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        Drop();
        _places?.Dispose();
    }

    private TResult Read<TState, TResult>(Func<Database, TState, TResult> read, TState state)
    {
        while (true)
        {
#pragma warning disable CA2000 // Disposed in the finally below, or given back.
            var wasIdle = _idle.TryTake(out var database);
#pragma warning restore CA2000
            database ??= open();
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
            catch (DbException) when (wasIdle && database!.IsBroken)
            {
                // What is lost for one is mostly lost for all: the server was restarted.
                Drop();
            }
            finally
            {
                // A connection that failed in the middle of a read is not used again.
                database?.Dispose();
            }
        }
    }

    private void Drop()
    {
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }
}
