using System.CommandLine;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy test</c>.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var junit = new Option<FileInfo?>("--junit") { Description = "write the outcomes as JUnit XML to this file" };
        var command = options.AddTo(new Command("test", "run the cases, of the law and all covenants unless one is named, and say which rules no case covers") { junit });
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var named = result.GetValue(options.Covenant);
            var sets = PolicyRun.Covenants(files, named).Select(id => PolicySet.Load(files, id)).ToList();
            if (named is null)
            {
                sets.Add(PolicySet.LoadStatute(files));
            }

            if (sets.Exists(static s => s.Snapshot is null))
            {
                return writer.Errors(sets.SelectMany(static s => s.Errors));
            }

            var outcomes = sets.SelectMany(s => CaseRun.Run(files, s.Snapshot!)).ToList();
            var coverage = RuleCoverage.Of(sets.Select(static s => s.Snapshot!), outcomes);
            if (result.GetValue(junit) is { } file)
            {
                JUnitReport.Write(file, outcomes);
            }

            var failed = outcomes.Count(static o => !o.Differences.IsEmpty);
            writer.Write(
                new { passed = outcomes.Count - failed, failed, rules = coverage.Rules, covered = coverage.Covered, uncovered = coverage.Uncovered, cases = outcomes },
                [
                    .. outcomes.Where(static o => !o.Differences.IsEmpty).SelectMany(static o => o.Differences.Select(d => $"{o.File}:{o.Line}: {o.Id} ({o.Title}): {d}")),
                    $"rules covered by a case: {coverage.Covered} of {coverage.Rules}{(coverage.Uncovered.IsEmpty ? "" : $"; not covered: {string.Join(' ', coverage.Uncovered)}")}",
                    $"{outcomes.Count - failed} passed, {failed} failed",
                ]);
            return failed == 0 && outcomes.Count > 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }
}
