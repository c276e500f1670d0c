using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var command = options.AddTo(new Command("check", "report everything that is wrong in a policy folder, all covenants unless one is named"));
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var sets = PolicyRun.Covenants(files, result.GetValue(options.Covenant)).Select(id => (Id: id, Set: PolicySet.Load(files, id))).ToList();
            var law = PolicySet.LoadStatute(files);
            if (sets.Any(static s => !s.Set.Errors.IsEmpty) || !law.Errors.IsEmpty)
            {
                return writer.Errors(sets.SelectMany(static s => s.Set.Errors).Concat(law.Errors));
            }

            writer.Write(
                new { covenants = sets.Select(static s => new { id = s.Id, manifest = s.Set.Snapshot!.ManifestDigest, warnings = s.Set.Warnings }) },
                [.. sets.SelectMany(static s => s.Set.Warnings).Select(static w => $"warning: {w}").Distinct(), .. sets.Select(static s => $"{s.Id}: no errors, manifest {s.Set.Snapshot!.ManifestDigest}")]);
            return ExitCode.Yes;
        }));
        return command;
    }
}
