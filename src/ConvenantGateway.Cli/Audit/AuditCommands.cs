using System.CommandLine;
using ConvenantGateway.Cli.Audit.Backups;
using ConvenantGateway.Cli.Audit.Erasing;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit</c>: verify, export, compare, erase, hold, back up and restore the log, draft person reports, witness, rotate its key (design.md 3.5).</summary>
internal static class AuditCommands
{
    /// <summary>What <c>demo</c> uses.</summary>
    public const string DefaultDatabase = "data/convenant.db";

    /// <summary>What <c>--database</c> takes.</summary>
    public const string DatabaseHelp = "the database file, beside which `keys.db` lies, or a connection string of PostgreSQL (`Host=…;Database=…;Username=…`; the password from PGPASSWORD or a password file)";

    /// <summary>The option that says where the node is which records what a command gives out.</summary>
    public static Option<string> State() => new("--state") { Description = "the node's own folder, where the database is on a server", DefaultValueFactory = static _ => "data" };

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("audit", "verify, export, compare, erase, hold, back up or restore the audit log");
        command.Subcommands.Add(AuditVerifyCommand.Create());
        command.Subcommands.Add(AuditExportCommand.Create());
        command.Subcommands.Add(AuditReconcileCommand.Create());
        command.Subcommands.Add(AuditWitnessCommand.Create());
        command.Subcommands.Add(AuditRotateKeyCommand.Create());
        command.Subcommands.Add(AuditProjectCommand.Create());
        command.Subcommands.Add(AuditReportCommand.Create());
        command.Subcommands.Add(AuditEventsCommand.Create());
        command.Subcommands.Add(AuditEraseCommand.Create());
        command.Subcommands.Add(AuditHoldCommand.Create());
        command.Subcommands.Add(AuditBackupCommand.Create());
        command.Subcommands.Add(AuditRestoreCommand.Create());
        return command;
    }
}
