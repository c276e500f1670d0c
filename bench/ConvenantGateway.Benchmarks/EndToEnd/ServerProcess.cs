using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConvenantGateway.Benchmarks.Measuring;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>One server as a child process on core 1, and what was measured of it. Disposing ends the process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const double TicksPerSecond = 100;

    private readonly Process _process;

    private ServerProcess(string name, int port, Process process)
    {
        Name = name;
        Port = port;
        _process = process;
    }

    /// <summary>What it is called in the tables.</summary>
    public string Name { get; }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>When it was started, as <see cref="Stopwatch"/> counts.</summary>
    public long StartedAt { get; private init; }

    /// <summary>Answers per second.</summary>
    public Samples PerSecond { get; } = new();

    /// <summary>Median latency, microseconds.</summary>
    public Samples P50 { get; } = new();

    /// <summary>99th percentile, microseconds.</summary>
    public Samples P99 { get; } = new();

    /// <summary>CPU of the server per answer, microseconds.</summary>
    public Samples Cpu { get; } = new();

    /// <summary>Memory after a round, MiB.</summary>
    public Samples Memory { get; } = new();

    /// <summary>Starts a program pinned to core 1. Its output goes to a file in the folder.</summary>
    public static ServerProcess Start(string name, int port, string folder, IReadOnlyList<string> command, Dictionary<string, string>? environment = null)
    {
        var log = Path.Combine(folder, $"{name.Replace(' ', '-')}.log");
        var start = new ProcessStartInfo("taskset", ["-c", "1", "/bin/sh", "-c", "exec \"$@\" >>\"$0\" 2>&1", log, .. command]) { WorkingDirectory = folder };
        foreach (var (key, value) in environment ?? [])
        {
            start.Environment[key] = value;
        }

        var at = Stopwatch.GetTimestamp();
        return new ServerProcess(name, port, Process.Start(start)!) { StartedAt = at };
    }

    /// <summary>The same process with figures of its own, for a second comparison. Only one of the two is to be disposed.</summary>
    public ServerProcess Again() => new(Name, Port, _process) { StartedAt = StartedAt };

    /// <summary>Waits until it accepts connections.</summary>
    /// <exception cref="BenchFailedException">It ended, or did not listen within a minute.</exception>
    public async Task WaitUntilListeningAsync()
    {
        var asked = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(asked) < TimeSpan.FromMinutes(1) && !_process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(2);
            }
        }

        throw new BenchFailedException($"{Name} does not listen (its log is beside the databases)");
    }

    /// <summary>Loads it once and notes the figures.</summary>
    /// <exception cref="BenchFailedException">It answered something else than 200.</exception>
    public void Measure(Func<int, LoadFigures> load)
    {
        var before = CpuSeconds();
        var figures = load(Port);
        var cpu = CpuSeconds() - before;
        if (figures.WrongStatus > 0 || figures.Requests == 0 || figures.SocketErrors > figures.Requests / 100)
        {
            throw new BenchFailedException($"{Name}: {figures.WrongStatus} wrong answers and {figures.SocketErrors} broken connections in {figures.Requests}");
        }

        PerSecond.Add(figures.Requests / figures.Seconds);
        P50.Add(figures.P50);
        P99.Add(figures.P99);
        Cpu.Add(cpu * 1e6 / figures.Requests);
        Memory.Add(ResidentMebibytes());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private double CpuSeconds()
    {
        // proc(5): the name in brackets may hold spaces; user and system time are fields 14 and 15.
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Memory now, MiB.</summary>
    public double ResidentMebibytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(static l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
