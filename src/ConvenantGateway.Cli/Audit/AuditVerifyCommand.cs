using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit verify [EXPORT] [--database FILE] [--key KEY] [--json]</c>: exit code 0 valid, 1 could not run, 2 not valid, 3 invalid input.</summary>
internal static class AuditVerifyCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var export = new Argument<string?>("export") { Description = "an export (zip); without it the database is verified", Arity = ArgumentArity.ZeroOrOne };
        var database = new Option<string?>("--database") { Description = $"{AuditCommands.DatabaseHelp}; default `{AuditCommands.DefaultDatabase}`; beside an export it only names the key" };
        var key = new Option<string[]>("--key") { Description = "the log's verifier key (name+hash+base64), from elsewhere than what is verified; repeat it for several", DefaultValueFactory = static _ => [] };
        var json = new Option<bool>("--json") { Description = "print the result as JSON" };
        var command = new Command("verify", "recompute the log and compare it with its signed checkpoint") { export, database, key, json };
        command.SetAction(parsed => Run(parsed.GetValue(export), parsed.GetValue(database), parsed.GetValue(key)!, parsed.GetValue(json), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(string? export, string? database, IReadOnlyList<string> keys, bool json, TextWriter output, TextWriter error)
    {
        var trusted = new List<VerifierKey>();
        foreach (var text in keys)
        {
            if (!VerifierKey.TryParse(text, out var key))
            {
                error.WriteLine("error: `--key` is not a verifier key (name+hash+base64)");
                return 3;
            }

            trusted.Add(key);
        }

        try
        {
            var (found, used) = export is not null ? Export(export, database, trusted, error) : Database(database ?? AuditCommands.DefaultDatabase, trusted, error);
            Print(found, used, json, output);
            return found.IsValid ? 0 : 2;
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

    private static (LogVerification Found, VerifierKey Key) Export(string path, string? database, List<VerifierKey> keys, TextWriter error)
    {
        using var file = File.OpenRead(path);
        IReadOnlyList<VerifierKey> tried = keys.Count > 0 ? keys : [OwnKey(database ?? AuditCommands.DefaultDatabase, error)];
        (LogVerification Found, VerifierKey Key)? first = null;
        foreach (var key in tried)
        {
            file.Position = 0;
            var found = ExportVerifier.Verify(file, key);
            if (found.IsValid)
            {
                return (found, key);
            }

            first ??= (found, key);
        }

        return first!.Value;
    }

    private static (LogVerification Found, VerifierKey Key) Database(string path, List<VerifierKey> keys, TextWriter error)
    {
        using var log = LogDatabase.Open(path);
        List<VerifierKey> trusted = keys.Count > 0 ? keys : [Parse(log.OwnKey, log.Name, error)];
        return (log.Verify(trusted, CancellationToken.None), trusted[0]);
    }

    private static VerifierKey OwnKey(string path, TextWriter error)
    {
        if (!LogDatabase.IsServer(path) && !File.Exists(path))
        {
            throw new InvalidDataException("an export needs `--key`, the log's verifier key");
        }

        using var log = LogDatabase.Open(path);
        return Parse(log.OwnKey, log.Name, error);
    }

    private static VerifierKey Parse(string key, string path, TextWriter error)
    {
        error.WriteLine($"note: the key is the one that `{path}` names itself; give `--key` to trust nothing in it");
        return VerifierKey.TryParse(key, out var parsed) ? parsed : throw new InvalidDataException($"`{path}` names no verifier key");
    }

    private static void Print(LogVerification found, VerifierKey key, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new Dictionary<string, object> { ["valid"] = found.IsValid, ["size"] = found.TreeSize, ["root"] = found.RootHash, ["key"] = key.ToString(), ["signed"] = found.SignedRanges.Select(static r => new { r.Key, r.First, r.Last }), ["findings"] = found.Findings, ["erased"] = found.Erased }, Indented));
            return;
        }

        foreach (var erased in found.Erased)
        {
            output.WriteLine(erased);
        }

        foreach (var finding in found.Findings)
        {
            output.WriteLine(finding);
        }

        if (found.SignedRanges.Length > 1 || found.SignedRanges.Any(r => r.Key != key.ToString()))
        {
            foreach (var range in found.SignedRanges)
            {
                output.WriteLine($"checkpoints of sizes {range.First} to {range.Last} are signed by {range.Key}");
            }
        }

        output.WriteLine(found.IsValid
            ? $"valid: {found.TreeSize} records of `{key.Name}`, root {found.RootHash}"
            : $"not valid: {found.Findings.Length} findings in {found.TreeSize} records of `{key.Name}`");
    }
}
