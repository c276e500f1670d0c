using System.Diagnostics;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>Programs of the system that a measurement uses.</summary>
internal static class Tool
{
    /// <summary>True if a program is on the PATH.</summary>
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Demands programs.</summary>
    /// <exception cref="BenchFailedException">One is missing.</exception>
    public static void Require(params string[] names)
    {
        var missing = names.Where(static n => !Exists(n)).ToList();
        if (missing.Count > 0)
        {
            throw new BenchFailedException($"not installed: {string.Join(", ", missing)} (Debian: apt-get install wrk gcc libc6-dev nginx-light)");
        }
    }

    /// <summary>Runs to the end and answers what it printed.</summary>
    /// <exception cref="BenchFailedException">It failed.</exception>
    public static string Run(string name, IReadOnlyList<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new BenchFailedException($"{name} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }
}
