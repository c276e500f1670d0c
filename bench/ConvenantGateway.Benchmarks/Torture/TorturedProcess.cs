using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ConvenantGateway.Benchmarks.Torture;

/// <summary>A child that appends, and the receipts that it printed. Reads on a thread of its own.</summary>
internal sealed class TorturedProcess : IDisposable
{
    private readonly Process _process;
    private readonly Thread _reader;
    private int _receipts;

    public TorturedProcess(string place)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(TorturedProcess).Assembly.Location, "torture-child", place]) { RedirectStandardOutput = true })!;
        _reader = new Thread(Read) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>Leaf hash by index, of every receipt.</summary>
    public ConcurrentDictionary<long, string> Receipts { get; } = new();

    /// <summary>Waits for so many more receipts.</summary>
    /// <exception cref="BenchFailedException">The child ended by itself, or gave none for a minute.</exception>
    public void Await(int more)
    {
        var wanted = Volatile.Read(ref _receipts) + more;
        if (!SpinWait.SpinUntil(() => Volatile.Read(ref _receipts) >= wanted || _process.HasExited, TimeSpan.FromMinutes(1)) || _process.HasExited)
        {
            throw new BenchFailedException("the child gave no receipt for a minute, or ended by itself");
        }
    }

    /// <summary>Kills it with SIGKILL; when this returns, every receipt that it printed was read.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        _reader.Join();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Read()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            // A line cut by the kill is a receipt that nobody holds.
            if (line.Split(' ') is [var index, { Length: 64 } leaf])
            {
                Receipts[long.Parse(index, CultureInfo.InvariantCulture)] = leaf;
                Interlocked.Increment(ref _receipts);
            }
        }
    }
}
