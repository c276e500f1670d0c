using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The <c>policy</c> commands.</summary>
internal static class PolicyCommand
{
    /// <summary>Builds <c>policy check, test, explain, diff</c>.</summary>
    public static Command Create() => new("policy", "read, check, test and compare the rules") { Check(), Test(), Explain(), Diff() };

    private static Command Check()
    {
        var options = PolicyOptions.Create();
        var command = options.AddTo(new Command("check", "report everything that is wrong in a policy folder, all covenants unless one is named"));
        command.SetAction(result => Guard(result, options, (files, writer) =>
        {
            var sets = Covenants(files, result.GetValue(options.Covenant)).Select(id => (Id: id, Set: PolicySet.Load(files, id))).ToList();
            if (sets.Any(static s => !s.Set.Errors.IsEmpty))
            {
                return writer.Errors(sets.SelectMany(static s => s.Set.Errors));
            }

            writer.Write(
                new { covenants = sets.Select(static s => new { id = s.Id, manifest = s.Set.Snapshot!.ManifestDigest, warnings = s.Set.Warnings }) },
                [.. sets.SelectMany(static s => s.Set.Warnings).Select(static w => $"warning: {w}").Distinct(), .. sets.Select(static s => $"{s.Id}: no errors, manifest {s.Set.Snapshot!.ManifestDigest}")]);
            return ExitCode.Yes;
        }));
        return command;
    }

    private static Command Test()
    {
        var options = PolicyOptions.Create();
        var command = options.AddTo(new Command("test", "run the cases, of all covenants unless one is named"));
        command.SetAction(result => Guard(result, options, (files, writer) =>
        {
            var sets = Covenants(files, result.GetValue(options.Covenant)).Select(id => PolicySet.Load(files, id)).ToList();
            if (sets.Exists(static s => s.Snapshot is null))
            {
                return writer.Errors(sets.SelectMany(static s => s.Errors));
            }

            var outcomes = sets.SelectMany(s => CaseRun.Run(files, s.Snapshot!)).ToList();
            var failed = outcomes.Count(static o => !o.Differences.IsEmpty);
            writer.Write(
                new { passed = outcomes.Count - failed, failed, cases = outcomes },
                [
                    .. outcomes.Where(static o => !o.Differences.IsEmpty).SelectMany(static o => o.Differences.Select(d => $"{o.File}:{o.Line}: {o.Id} ({o.Title}): {d}")),
                    $"{outcomes.Count - failed} passed, {failed} failed",
                ]);
            return failed == 0 && outcomes.Count > 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Command Diff()
    {
        var options = PolicyOptions.Create();
        var old = new Option<DirectoryInfo>("--old") { Description = "the policy root to compare with", Required = true };
        var command = options.AddTo(new Command("diff", "list what the folder newly allows and newly denies against another one; exit code 2 if it allows anything new") { old });
        command.SetAction(result => Guard(result, options, (files, writer) =>
        {
            var id = result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant;
            var (before, after) = (PolicySet.Load(PolicyDirectory.Read(result.GetRequiredValue(old)), id), PolicySet.Load(files, id));
            if (before.Snapshot is null || after.Snapshot is null)
            {
                return writer.Errors(before.Errors.AddRange(after.Errors));
            }

            var comparison = PolicyDiff.Compare(before.Snapshot, after.Snapshot);
            writer.Write(
                comparison,
                [
                    comparison.NewlyAllowed.IsEmpty ? "newly allowed: none" : "newly allowed:", .. comparison.NewlyAllowed.Select(Line),
                    comparison.NewlyDenied.IsEmpty ? "newly denied: none" : "newly denied:", .. comparison.NewlyDenied.Select(Line),
                ]);
            return comparison.NewlyAllowed.IsEmpty ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Command Explain()
    {
        var options = PolicyOptions.Create();
        var ask = new ExplainOptions();
        var command = options.AddTo(new Command("explain", "say whether a request would be permitted, by which rules, on which articles, and what is missing"));
        ask.AddTo(command);
        command.SetAction(result => Guard(result, options, (files, writer) =>
        {
            var set = PolicySet.Load(files, result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant);
            return set.Snapshot is null ? writer.Errors(set.Errors) : Explanation.Write(ask.Read(result), set.Snapshot, writer);
        }));
        return command;
    }

    private static string Line(PolicyChange change) => string.Create(CultureInfo.InvariantCulture, $"  {change.Where}: {change.What} (e.g. {change.Example})");

    private static IEnumerable<string> Covenants(PolicyFiles files, string? named) => named is null ? files.Covenants : [named];

    private static int Guard(ParseResult result, PolicyOptions options, Func<PolicyFiles, PolicyWriter, int> run)
    {
        try
        {
            return run(PolicyDirectory.Read(result.GetRequiredValue(options.Policies)), new PolicyWriter(result.InvocationConfiguration.Output, result.GetValue(options.Json)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(e.Message);
            return ExitCode.CouldNotRun;
        }
        catch (FormatException e)
        {
            result.InvocationConfiguration.Error.WriteLine(e.Message);
            return ExitCode.InvalidInput;
        }
    }
}
