using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var ask = new ExplainOptions();
        var command = options.AddTo(new Command("explain", "say whether a request would be permitted, by which rules, on which articles, and what is missing"));
        ask.AddTo(command);
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var set = PolicySet.Load(files, result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant);
            return set.Snapshot is null ? writer.Errors(set.Errors) : Explanation.Write(ask.Read(result), ask.ReadForm(result), set.Snapshot, writer);
        }));
        return command;
    }
}
