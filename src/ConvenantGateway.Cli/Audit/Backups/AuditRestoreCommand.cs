using System.CommandLine;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit.Erasing;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Backups;

/// <summary>
/// <c>audit restore --from DIR --database DIR2 [--state DIR3] [--erasures FILE…] [--damaged DIR4] [--key KEY]</c>: exit code 0 restored, 1 could not run, 2 refused (a changed backup, a place in use),
/// 3 invalid input.
/// </summary>
internal static class AuditRestoreCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "the folder of the backup", Required = true };
        var to = new Option<string>("--database") { Description = "the data directory to make, which must not exist or be empty; or a connection string of PostgreSQL, whose databases must not exist or be empty", Required = true };
        var state = new Option<string>("--state") { Description = "the node's own folder to make, where the database is on a server; must not exist or be empty", DefaultValueFactory = static _ => "data" };
        var erasures = new Option<string[]>("--erasures") { Description = "files of tombstones (`erasures.jsonl`) that may be newer than the backup", AllowMultipleArgumentsPerToken = true };
        var damaged = new Option<string?>("--damaged") { Description = "the damaged data directory, or its database on PostgreSQL: its tombstones are read as far as they can be" };
        var key = new Option<string?>("--key") { Description = "the log's verifier key, from elsewhere than the backup" };
        var by = new Option<string>("--by") { Description = "the operator's id", DefaultValueFactory = static _ => DevelopmentNames.Operator };
        var command = new Command("restore", "restore a backup into a new epoch of the log; every known erasure is carried out again before it can be served") { from, to, state, erasures, damaged, key, by };
        command.SetAction((parsed, _) => OrderRun.GuardAsync(parsed.InvocationConfiguration.Error, () => RunAsync(
            new RestoreOrder
            {
                From = parsed.GetValue(from)!,
                To = parsed.GetValue(to)!,
                State = parsed.GetValue(state),
                Erasures = [.. parsed.GetValue(erasures) ?? []],
                Damaged = parsed.GetValue(damaged),
                Key = Key(parsed.GetValue(key)),
                By = parsed.GetValue(by)!,
            },
            TimeProvider.System,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error)));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(RestoreOrder order, TimeProvider time, TextWriter output, TextWriter error)
    {
        if (order.Erasures.FirstOrDefault(static f => !File.Exists(f)) is { } missing)
        {
            throw new FileNotFoundException($"there is no `{missing}`");
        }

        if (order.Key is null)
        {
            await error.WriteLineAsync("note: the key is the one that the backup names itself; give `--key` to trust nothing in it");
        }

        if (order.Damaged is null)
        {
            await error.WriteLineAsync("note: only erasures that the backup or `--erasures` names are known; give `--damaged` if the old databases are still there");
        }

        var report = await NodeRestore.RunAsync(order, time);
        await output.WriteLineAsync($"restored: {report.Size} records of `{report.OldLog}`, {(report.Lost is { } lost ? $"{lost} records of the damaged log are lost" : "how many are lost is not known")}");
        await output.WriteLineAsync($"tombstones: {report.Known} known, {report.Replayed} carried out again");
        await output.WriteLineAsync($"epoch: `{report.Log}`, key {report.Key}; receipts from index {report.Size} on are not in it: reconcile with your partners");
        return ExitCode.Yes;
    }

    private static VerifierKey? Key(string? text) => text is null ? null : VerifierKey.TryParse(text, out var key) ? key : throw new FormatException("`--key` is not a verifier key (name+hash+base64)");
}
