using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Deciding;

/// <summary>Reading and compiling the whole policy folder, and proving every invariant of the law and of both covenants.</summary>
internal static class PolicyBench
{
    private const int Loads = 7;

    /// <summary>Measures and prints.</summary>
    public static void Run(BenchOptions options, TextWriter output)
    {
        var files = RealPolicies.Files();
        var loads = Enumerable.Range(0, options.IsQuick ? 3 : Loads).Select(_ => Milliseconds(() => RealPolicies.Load(files, RealPolicies.Covenants[0]))).ToList();
        var law = RealPolicies.LoadLaw(files);
        var proofs = new List<(string Layer, double Milliseconds, ProofReport Report)>();
        foreach (var snapshot in (PolicySnapshot[])[law, .. RealPolicies.Covenants.Select(id => RealPolicies.Load(files, id))])
        {
            ProofReport? report = null;
            var time = Milliseconds(() => report = PolicyProof.Prove(snapshot, ReferenceEquals(snapshot, law) ? null : law));
            proofs.Add((snapshot.Covenant.Id, time, report!));
        }

        if (proofs.Exists(static p => !p.Report.Holds))
        {
            throw new BenchFailedException("an invariant does not hold");
        }

        GoalTable.Print(
            output,
            "policy",
            [
                Row.Of("first load of the folder, ms (just in time)", "-", loads[0], Goal.None, ""),
                Row.Of("load and compile of the folder, warm, ms", "-", loads.Skip(1).Order().ElementAt((loads.Count - 1) / 2), new("compile", 300, false), $"{PolicyMatrix.Of(law).Select(static r => r.Rule).Distinct().Count()} rules in the law"),
                Row.Of("prove all invariants, law and covenants together, ms", "-", proofs.Sum(static p => p.Milliseconds), new("prove", 10_000, false), ""),
                .. proofs.Select(static p => Row.Of($"prove {p.Layer}, ms", "-", p.Milliseconds, Goal.None, $"{p.Report.Decided:N0} points one by one of {p.Report.Points:N0}")),
            ],
            ["load: YAML, all checks, signatures aside; prove: once, on all cores"]);
    }

    private static double Milliseconds(Action run)
    {
        var start = TimeProvider.System.GetTimestamp();
        run();
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }
}
