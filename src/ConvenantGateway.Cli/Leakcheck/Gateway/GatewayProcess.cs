using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Development.Operations;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>The built gateway as a child process on free loopback ports; everything that it writes to its output and error is kept. Not thread safe.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    // A serving node proves every rule before it listens; on a busy machine that takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _error = new();
    private readonly Task _reading;

    private GatewayProcess(Process process, int[] ports)
    {
        _process = process;
        Partners = new Uri($"https://localhost:{ports[0]}");
        Officers = new Uri($"https://localhost:{ports[1]}");
        Operations = new Uri($"http://127.0.0.1:{ports[2]}");
        _reading = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(_output), process.StandardError.BaseStream.CopyToAsync(_error));
    }

    /// <summary>The partner listener.</summary>
    public Uri Partners { get; }

    /// <summary>The console.</summary>
    public Uri Officers { get; }

    /// <summary>The operations listener.</summary>
    public Uri Operations { get; }

    /// <summary>Standard output; whole after <see cref="StopAsync"/>.</summary>
    public ReadOnlySpan<byte> Output => _output.ToArray();

    /// <summary>Standard error; whole after <see cref="StopAsync"/>.</summary>
    public ReadOnlySpan<byte> Error => _error.ToArray();

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="IOException">It did not start.</exception>
    public static async Task<GatewayProcess> StartAsync(GatewayStart start, CancellationToken cancellation)
    {
        var ports = LocalPorts.Take(3);
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = start.Workspace };
        string[] arguments =
        [
            start.Assembly, "--policies", start.Policies, "--covenant", start.Covenant, "--database", start.Database, "--certificates", start.Certificates,
            "--partner-port", Text(ports[0]), "--officer-port", Text(ports[1]), "--operations-port", Text(ports[2]),
        ];
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(GatewayProcess).Assembly.Location;
        info.Environment["CONVENANT_LEAKCHECK_TRACES"] = start.Traces;
        var gateway = new GatewayProcess(Process.Start(info) ?? throw new IOException("the gateway did not start"), ports);
        try
        {
            await gateway.WaitAsync(cancellation);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for the last line.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                _process.Kill();
            }
            else
            {
                using var kill = Process.Start("kill", ["-TERM", Text(_process.Id)]);
                await kill.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
        }

        await _reading;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var began = Stopwatch.StartNew();
        while (!_process.HasExited && began.Elapsed < Patience)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(Operations, "/health/ready"), cancellation);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }

        throw new IOException($"the gateway did not become ready: {System.Text.Encoding.UTF8.GetString(_process.HasExited ? _error.ToArray() : [])}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
