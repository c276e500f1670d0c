using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
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
        var state = AuditCommands.State();
        var command = new Command("export", "write a viewer's records with all leaf hashes, to be verified elsewhere") { viewer, output, database, policies, state };
        command.SetAction(parsed => Run(
            parsed.GetValue(viewer)!, parsed.GetValue(output)!, parsed.GetValue(database)!, parsed.GetValue(policies)!, TimeProvider.System, Console.Out, Console.Error, parsed.GetValue(state)!));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(string viewer, string path, string database, string policies, TimeProvider time, TextWriter output, TextWriter error, string state = "data")
    {
        if (!PartnerId.TryParse(viewer, out _))
        {
            error.WriteLine($"error: `{viewer}` is not a partner or officer id");
            return 3;
        }

        try
        {
            using var log = LogDatabase.Open(database);
            var place = UsePlace.Of(database, state, log);
            var files = Policies(policies);
            if (File.Exists(path))
            {
                throw new IOException($"there is a file `{path}` already");
            }

            // Under its own name it is there only when its record is on disk, or waits on disk for the node.
            var unrecorded = path + ".unrecorded";
            var (count, size, digest) = Write(log, unrecorded, place.KeysPath, viewer, files, time);
            try
            {
                UseRecord.Make(place, log.OwnKey, new SpooledExport(Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow(), viewer, Environment.UserName, size, count, digest), time, error);
                File.Move(unrecorded, path);
            }
            finally
            {
                File.Delete(unrecorded);
            }

            output.WriteLine($"{path}: {count} records of `{viewer}`, {files.Count} policy files; verify it with `audit verify {path} --key '{log.OwnKey}'`");
            return 0;
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"error: {e.Message}");
            return 3;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or AuditUnavailableException)
        {
            error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }

    private static (int Count, long Size, string Digest) Write(LogDatabase log, string path, string keys, string viewer, Dictionary<string, byte[]> files, TimeProvider time)
    {
        using var file = new FileStream(path, Options());
        var (count, size) = log.Export(file, keys, viewer, files, time);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (count, size, Convert.ToHexStringLower(SHA256.HashData(file)));
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
