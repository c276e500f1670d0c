namespace ConvenantGateway.Benchmarks;

/// <summary>P8: the log's group commit against the engine's own.</summary>
internal static class AppendTarget
{
    public static Task RunAsync(BenchOptions options, TextWriter output) =>
        throw new BenchFailedException($"not there yet ({options.Target}, {output.GetType().Name})");
}
