using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var old = new Option<DirectoryInfo>("--old") { Description = "the policy root to compare with", Required = true };
        var command = options.AddTo(new Command("diff", "list what the folder newly allows and newly denies against another one; exit code 2 if it allows anything new") { old });
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
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

    private static string Line(PolicyChange change) => string.Create(CultureInfo.InvariantCulture, $"  {change.Where}: {change.What} (e.g. {change.Example})");
}
