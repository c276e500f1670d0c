using System.CommandLine;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit</c>: verify, export and compare the log (design.md 3.5).</summary>
internal static class AuditCommands
{
    /// <summary>What <c>demo</c> uses.</summary>
    public const string DefaultDatabase = "data/convenant.db";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("audit", "verify, export or compare the audit log");
        command.Subcommands.Add(AuditVerifyCommand.Create());
        command.Subcommands.Add(AuditExportCommand.Create());
        command.Subcommands.Add(AuditReconcileCommand.Create());
        command.Subcommands.Add(AuditWitnessCommand.Create());
        command.Subcommands.Add(AuditRotateKeyCommand.Create());
        command.Subcommands.Add(AuditEventsCommand.Create());
        return command;
    }
}
