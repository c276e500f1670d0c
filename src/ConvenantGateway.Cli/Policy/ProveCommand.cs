using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy prove</c>.</summary>
internal static class ProveCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var command = options.AddTo(new Command("prove", "prove every invariant over the whole field, of the law and all covenants unless one is named; exit code 2 with a counter-example if one is broken"));
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var law = PolicySet.LoadStatute(files);
            var named = result.GetValue(options.Covenant);
            var sets = PolicyRun.Covenants(files, named).Select(id => PolicySet.Load(files, id)).ToList();
            if (law.Snapshot is null || sets.Exists(static s => s.Snapshot is null))
            {
                return writer.Errors(law.Errors.Concat(sets.SelectMany(static s => s.Errors)));
            }

            var proofs = sets.Select(s => Timed(s.Snapshot!, law.Snapshot)).ToList();
            if (named is null)
            {
                proofs.Insert(0, Timed(law.Snapshot, null));
            }

            writer.Write(new { proofs = proofs.Select(static p => new { layer = p.Layer, holds = p.Report.Holds, points = p.Report.Points, decided = p.Report.Decided, milliseconds = p.Time.TotalMilliseconds, invariants = p.Report.Outcomes }) }, proofs.SelectMany(Lines));
            return proofs.TrueForAll(static p => p.Report.Holds) ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static (string Layer, ProofReport Report, TimeSpan Time) Timed(PolicySnapshot snapshot, PolicySnapshot? statute)
    {
        var start = TimeProvider.System.GetTimestamp();
        var report = PolicyProof.Prove(snapshot, statute);
        return (snapshot.Covenant.Id, report, TimeProvider.System.GetElapsedTime(start));
    }

    private static IEnumerable<string> Lines((string Layer, ProofReport Report, TimeSpan Time) proof)
    {
        foreach (var outcome in proof.Report.Outcomes)
        {
            yield return outcome switch
            {
                { Elsewhere: { } elsewhere } => $"{proof.Layer}: {outcome.Id} not here: {outcome.Title}: {elsewhere}",
                { Holds: true } => string.Create(CultureInfo.InvariantCulture, $"{proof.Layer}: {outcome.Id} holds over {outcome.Points:N0} points: {outcome.Title}"),
                _ => $"{proof.Layer}: {outcome.Id} BROKEN: {outcome.Title}: {outcome.CounterExample}",
            };
        }

        var held = proof.Report.Outcomes.Count(static o => o is { Holds: true, Elsewhere: null });
        var proved = proof.Report.Outcomes.Count(static o => o.Elsewhere is null);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{proof.Layer}: {held} of {proved} invariants hold over {proof.Report.Points:N0} points, {proof.Report.Decided:N0} of them decided one by one, in {proof.Time.TotalSeconds:F2} s");
    }
}
