using System.Collections.Immutable;
using System.CommandLine;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy coverage</c>.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var data = new Option<FileSystemInfo[]>("--data") { Description = "FHIR JSON files, or folders of them: which of their values are classified, withheld or unknown (counts, never values)", AllowMultipleArgumentsPerToken = true };
        var verbose = new Option<bool>("--verbose") { Description = "per type how many elements each category has, and every path of the data" };
        var strict = new Option<bool>("--strict") { Description = "the answer is no if an element of a type in use has no line, or such a type has no file" };
        var command = options.AddTo(new Command("coverage", "what the classification says of every element: classified, withheld, or withheld because no line speaks of it") { data, verbose, strict });
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var set = PolicySet.Load(files, result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant);
            if (set.Snapshot is null)
            {
                return writer.Errors(set.Errors);
            }

            var elements = set.Snapshot.Elements;
            var types = elements.Keys.Order(StringComparer.Ordinal).Select(t => ElementCoverage.Of(elements[t])).ToImmutableArray();
            var report = new CoverageReport(types, ElementCoverage.TypesWithout(elements.Keys), CoverageInput.Read(result.GetValue(data) ?? [], elements));
            writer.Write(CoverageJson.Of(report), CoverageText.Lines(report, result.GetValue(verbose)));
            return result.GetValue(strict) && !report.IsComplete ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }
}
