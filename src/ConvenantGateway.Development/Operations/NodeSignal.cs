using System.Diagnostics;
using System.Globalization;

namespace ConvenantGateway.Development.Operations;

/// <summary>How a command finds a running node and tells it that a request waits.</summary>
public static class NodeSignal
{
    /// <summary>True if a node runs on a data directory: it holds the lock as long as it lives. A process id without it may be anybody's.</summary>
    public static bool IsRunning(string data)
    {
        var path = Path.Combine(data, "convenant.lock");
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Sends SIGHUP.</summary>
    public static async Task<bool> SendAsync(int node, CancellationToken cancellation)
    {
        // The base library sends no signals; the shell of every system that the gateway runs on does.
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -HUP {node}")]);
        await kill.WaitForExitAsync(cancellation);
        return kill.ExitCode == 0;
    }

    /// <summary>Waits for an answer; null if none came in time.</summary>
    public static async Task<T?> WaitAsync<T>(Func<T?> answer, TimeSpan patience, CancellationToken cancellation)
        where T : class
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(patience);
        try
        {
            while (true)
            {
                if (answer() is { } found)
                {
                    return found;
                }

                await Task.Delay(100, enough.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return answer();
        }
    }
}
