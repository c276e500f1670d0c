using System.CommandLine;
using System.Data.Common;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit export --viewer ID --out FILE [--database FILE] [--policies DIR]</c>: exit code 0 written, 1 could not run, 3 invalid input.</summary>
internal static class AuditExportCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var viewer = new Option<string>("--viewer") { Description = "whose records: a partner or officer id", Required = true };
        var output = new Option<string>("--out") { Description = "the zip to write; must not exist", Required = true };
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var policies = new Option<string>("--policies") { Description = "policy files to include", DefaultValueFactory = static _ => "policies" };
        var command = new Command("export", "write a viewer's records with all leaf hashes, to be verified elsewhere") { viewer, output, database, policies };
        command.SetAction(parsed => Run(
            parsed.GetValue(viewer)!, parsed.GetValue(output)!, parsed.GetValue(database)!, parsed.GetValue(policies)!, TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(string viewer, string path, string database, string policies, TimeProvider time, TextWriter output, TextWriter error)
    {
        if (!PartnerId.TryParse(viewer, out _))
        {
            error.WriteLine($"error: `{viewer}` is not a partner or officer id");
            return 3;
        }

        try
        {
            using var log = LogDatabase.Open(database);
            var keys = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database)) ?? "", "keys.db");
            var files = Policies(policies);
            int count;
            using (var file = new FileStream(path, Options()))
            {
                count = log.Export(file, keys, viewer, files, time);
            }

            output.WriteLine($"{path}: {count} records of `{viewer}`, {files.Count} policy files; verify it with `audit verify {path} --key '{log.OwnKey}'`");
            return 0;
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"error: {e.Message}");
            return 3;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }

    // Values stand in the export in clear: its file is its owner's only.
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static Dictionary<string, byte[]> Policies(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes, StringComparer.Ordinal)
        : [];
}
