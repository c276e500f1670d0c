using System.CommandLine;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy matrix</c>.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var csv = new Option<bool>("--csv") { Description = "comma-separated, with a header, safe to open in a spreadsheet" };
        var law = new Option<bool>("--statute") { Description = "the law alone instead of a covenant" };
        var command = options.AddTo(new Command("matrix", "who may provide what to whom, for what, on which ground") { csv, law });
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var set = result.GetValue(law) ? PolicySet.LoadStatute(files) : PolicySet.Load(files, result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant);
            if (set.Snapshot is null)
            {
                return writer.Errors(set.Errors);
            }

            var rows = PolicyMatrix.Of(set.Snapshot);
            writer.Write(new { covenant = set.Snapshot.Covenant.Id, rows }, result.GetValue(csv) ? MatrixCsv.Lines(rows) : MatrixText.Lines(rows));
            return ExitCode.Yes;
        }));
        return command;
    }
}
