using System.CommandLine;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Policies;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy activate</c>: asks the running node to put the folder, or the rules of an older set, in force; says what came of it.</summary>
internal static class ActivateCommand
{
    public static Command Create()
    {
        var options = StoredOptions.Create();
        var back = new Option<string?>("--back-to") { Description = "digest of the stored set whose rules are wanted again; partners, officers and pins stay as they are" };
        var reason = new Option<string?>("--reason") { Description = "why, as it is recorded; demanded for going back" };
        var patience = new Option<int>("--timeout") { Description = "seconds to wait for the node's answer", DefaultValueFactory = static _ => 120 };
        var command = options.AddTo(new Command("activate", "put the policy folder in force on the running node, or go back to an older set") { back, reason, patience });
        command.SetAction((result, cancellation) => RunAsync(
            result, options, result.GetValue(back) ?? "", result.GetValue(reason)?.Trim() ?? "", TimeSpan.FromSeconds(result.GetValue(patience)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, StoredOptions options, string back, string reason, TimeSpan patience, CancellationToken cancellation)
    {
        var error = result.InvocationConfiguration.Error;
        if (back.Length > 0 && reason.Length == 0)
        {
            await error.WriteLineAsync("error: going back needs `--reason`");
            return ExitCode.InvalidInput;
        }

        var data = Path.GetFullPath(result.GetRequiredValue(options.Database));
        var desk = new ActivationDesk(data);
        if (!NodeSignal.IsRunning(data) || desk.ProcessId() is not { } node)
        {
            await error.WriteLineAsync($"error: no node runs on `{data}`");
            return ExitCode.CouldNotRun;
        }

        var request = new ActivationRequest(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), Environment.UserName, reason, back);
        desk.Ask(request);
        try
        {
            if (!await NodeSignal.SendAsync(node, cancellation) || await NodeSignal.WaitAsync(() => desk.Answer(request.Id), patience, cancellation) is not { } answer)
            {
                await error.WriteLineAsync($"error: the node (process {node}) did not answer");
                return ExitCode.CouldNotRun;
            }

            new PolicyWriter(result.InvocationConfiguration.Output, result.GetValue(options.Json)).Write(
                answer,
                [
                    .. answer.Warnings.Select(static w => $"warning: {w}"),
                    .. answer.Errors,
                    $"{answer.Outcome}: {answer.Covenant}, set {answer.Set}, manifest {answer.Manifest} {(answer.IsInForce ? "is" : "stays")} in force",
                ]);
            return answer.IsInForce ? ExitCode.Yes : ExitCode.No;
        }
        finally
        {
            desk.Withdraw(request.Id);
        }
    }
}
