using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Development.Certificates;

/// <summary>One maker at a time per directory, across processes: the demo, the tests and the command line may start together. Dispose on the thread that took it.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Mutex _mutex;

    private DirectoryLock(Mutex mutex) => _mutex = mutex;

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="IOException">Another process kept it for 30 seconds.</exception>
    public static DirectoryLock Take(string directory)
    {
        var mutex = new Mutex(false, "Global\\convenant-gateway-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..32]);
        try
        {
            if (!mutex.WaitOne(Patience))
            {
                mutex.Dispose();
                throw new IOException("another process is making this development world");
            }
        }
        catch (AbandonedMutexException)
        {
            // Its holder died midway: the marker is missing then and the world is made anew.
        }

        return new DirectoryLock(mutex);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}
