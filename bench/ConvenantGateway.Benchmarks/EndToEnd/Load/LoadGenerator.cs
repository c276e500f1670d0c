using System.Globalization;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>wrk on core 0 with a client certificate: a closed loop of a fixed number of connections. Needs wrk, gcc and taskset.</summary>
internal sealed class LoadGenerator
{
    private static readonly string Tools = Path.Combine(AppContext.BaseDirectory, "EndToEnd", "Tools");

    private readonly string _folder;
    private readonly string _shim;
    private readonly string _pem;

    /// <summary>Builds the shim.</summary>
    /// <param name="folder">A temporary folder.</param>
    /// <param name="pem">Certificate and key of the client.</param>
    /// <exception cref="BenchFailedException">A tool is missing.</exception>
    public LoadGenerator(string folder, string pem)
    {
        Tool.Require("wrk", "gcc", "taskset");
        _folder = folder;
        _pem = pem;
        _shim = Path.Combine(folder, "client-certificate.so");
        Tool.Run("gcc", ["-O2", "-shared", "-fPIC", "-o", _shim, Path.Combine(Tools, "client-certificate.c"), "-ldl"], []);
    }

    /// <summary>Loads one server.</summary>
    /// <param name="port">On 127.0.0.1.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="paths">Asked in turn.</param>
    /// <param name="headers">Sent with every request.</param>
    public LoadFigures Run(int port, int connections, int seconds, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers)
    {
        var pathsFile = Path.Combine(_folder, "paths");
        var headersFile = Path.Combine(_folder, "headers");
        File.WriteAllLines(pathsFile, paths);
        File.WriteAllLines(headersFile, headers.Select(static h => $"{h.Key}\t{h.Value}"));
        var output = Tool.Run(
            "taskset",
            ["-c", "0", "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "--latency", "-s", Path.Combine(Tools, "paths.lua"), $"https://127.0.0.1:{port}/"],
            new() { ["LD_PRELOAD"] = _shim, ["CLIENT_PEM"] = _pem, ["BENCH_PATHS"] = pathsFile, ["BENCH_HEADERS"] = headersFile });
        var line = output.Split('\n').FirstOrDefault(static l => l.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new BenchFailedException($"wrk said nothing to read: {output}");
        var figures = line.Split(' ').Skip(1).Select(static f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return new LoadFigures((long)figures[0], figures[1] / 1e6, figures[2], figures[3], (long)figures[4], (long)figures[5]);
    }
}
