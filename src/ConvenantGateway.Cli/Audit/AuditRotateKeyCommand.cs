using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit rotate-key [--database FILE] [--overlap-days N]</c>: exit code 0 rotated, 1 could not run (a node has the log), 2 an overlap still runs, 3 invalid input.</summary>
internal static class AuditRotateKeyCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var overlap = new Option<int>("--overlap-days") { Description = "how long checkpoints carry the lines of both keys, 1 to 366", DefaultValueFactory = static _ => 30 };
        var command = new Command("rotate-key", "make a new key for the log; the old one signs beside it for a while") { database, overlap };
        command.SetAction(parsed => Run(parsed.GetValue(database)!, parsed.GetValue(overlap), TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(string database, int overlapDays, TimeProvider time, TextWriter output, TextWriter error)
    {
        var isServer = LogDatabase.IsServer(database);
        if (overlapDays is < 1 or > 366 || (!isServer && Path.GetFileName(database) != "convenant.db"))
        {
            error.WriteLine("error: `--overlap-days` takes 1 to 366, and `--database` the `convenant.db` of a node");
            return ExitCode.InvalidInput;
        }

        try
        {
            if (!isServer && !File.Exists(database))
            {
                throw new FileNotFoundException($"there is no database `{database}`", database);
            }

            if (KeyRotation.Run(isServer ? database : Path.GetDirectoryName(Path.GetFullPath(database))!, TimeSpan.FromDays(overlapDays), time) is not { } rotated)
            {
                error.WriteLine("error: the overlap of the last rotation still runs");
                return ExitCode.No;
            }

            output.WriteLine($"old key: {rotated.Old}");
            output.WriteLine($"new key: {rotated.New}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"the new key signs from size {rotated.Size}; the old one beside it until {rotated.OverlapEnds.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. Give the new key to everybody who verifies"));
            return ExitCode.Yes;
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.InvalidInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or LogInUseException or StoreUnusableException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }
}
