namespace ConvenantGateway.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Target">One of <see cref="Targets"/>.</param>
/// <param name="IsQuick">Few short rounds: shows that it works, proves nothing.</param>
/// <param name="Bundle">A FHIR Bundle to filter besides the synthetic data; null for none.</param>
internal sealed record BenchOptions(string Target, bool IsQuick, string? Bundle)
{
    /// <summary>What can be measured, in the order of <c>all</c>.</summary>
    public static readonly IReadOnlyList<string> Targets = ["decide", "policy", "filter", "append", "verify", "report", "node", "torture", "e2e", "handshake", "start"];

    /// <summary>Interleaved rounds.</summary>
    public int Rounds => IsQuick ? 3 : 7;

    /// <summary>CPU time of one round of one in-process candidate.</summary>
    public long RoundNanoseconds => IsQuick ? 50_000_000 : 200_000_000;

    /// <summary>Seconds of load of one round of one server.</summary>
    public int LoadSeconds => IsQuick ? 2 : 5;

    /// <summary>Reads the command line.</summary>
    /// <returns>Null if it cannot be understood.</returns>
    public static BenchOptions? Read(string[] args)
    {
        var rest = args.ToList();
        var quick = rest.Remove("--quick");
        string? bundle = null;
        if (rest.IndexOf("--bundle") is >= 0 and var at && at + 1 < rest.Count)
        {
            bundle = rest[at + 1];
            rest.RemoveRange(at, 2);
        }

        var target = rest is [var one] ? one : "all";
        return rest.Count <= 1 && (target == "all" || Targets.Contains(target)) ? new BenchOptions(target, quick, bundle) : null;
    }
}
