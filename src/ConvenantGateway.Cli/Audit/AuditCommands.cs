using System.CommandLine;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit</c>: verify and export the log, draft person reports (design.md 3.5).</summary>
internal static class AuditCommands
{
    /// <summary>What <c>demo</c> uses.</summary>
    public const string DefaultDatabase = "data/convenant.db";

    /// <summary>What <c>--database</c> takes.</summary>
    public const string DatabaseHelp = "the database file, beside which `keys.db` lies, or a connection string of PostgreSQL (`Host=…;Database=…;Username=…`; the password from PGPASSWORD or a password file)";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("audit", "verify or export the audit log");
        command.Subcommands.Add(AuditVerifyCommand.Create());
        command.Subcommands.Add(AuditExportCommand.Create());
        command.Subcommands.Add(AuditProjectCommand.Create());
        command.Subcommands.Add(AuditReportCommand.Create());
        command.Subcommands.Add(AuditEventsCommand.Create());
        return command;
    }
}
