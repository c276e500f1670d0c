using System.CommandLine;
using ConvenantGateway.Cli.Audit.Erasing;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Backups;

/// <summary><c>audit backup --out DIR [--database FILE] [--state DIR]</c>: exit code 0 made, 1 could not run, 2 the folder is in use, 3 invalid input. The gateway may be running.</summary>
internal static class AuditBackupCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var target = new Option<string>("--out") { Description = "the folder to write; must not exist or be empty", Required = true };
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var state = AuditCommands.State();
        var by = new Option<string>("--by") { Description = "on whose decision: an operator's id", DefaultValueFactory = static _ => DevelopmentNames.Operator };
        var command = new Command("backup", "back up log, registers, keys and tombstones, with a signed manifest; keep it at most 30 days") { target, database, state, by };
        command.SetAction((parsed, cancellation) => OrderRun.GuardAsync(parsed.InvocationConfiguration.Error, () => RunAsync(
            NodePlace.Of(parsed.GetValue(database)!, parsed.GetValue(state)!), parsed.GetValue(target)!, parsed.GetValue(by)!, TimeProvider.System, parsed.InvocationConfiguration.Output, cancellation)));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(NodePlace node, string target, string by, TimeProvider time, TextWriter output, CancellationToken cancellation)
    {
        var made = NodeBackup.Write(new BackupOrder { Database = node.Database, State = node.State, To = target }, time);
        await output.WriteLineAsync($"{target}: {made.Size} records of `{made.Log}`, root {made.Root}, manifest {made.ManifestDigest}");
        var order = new LogOrder
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), At = time.GetUtcNow(), Kind = LogOrderKind.Backup, By = by, Account = Environment.UserName, Rule = made.ManifestDigest, Size = made.Size,
        };
        return OrderRun.Print(await OrderRun.CarryOutAsync(node, order, time, cancellation), output) == ExitCode.Yes ? ExitCode.Yes : ExitCode.CouldNotRun;
    }
}
