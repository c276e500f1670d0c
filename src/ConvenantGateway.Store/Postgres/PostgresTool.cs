using System.Diagnostics;
using System.Globalization;

namespace ConvenantGateway.Store;

/// <summary>A program of PostgreSQL, such as <c>pg_dump</c>, that was found and is not older than the server. Not thread safe.</summary>
internal sealed class PostgresTool
{
    private const int LongestReason = 300;

    private readonly string _path;
    private readonly IReadOnlyDictionary<string, string?> _environment;

    private PostgresTool(string path, IReadOnlyDictionary<string, string?> environment) => (_path, _environment) = (path, environment);

    /// <summary>Looks for it.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="folders">Where to look, as <c>PATH</c> names folders.</param>
    /// <param name="environment">How it connects.</param>
    /// <param name="server">The server's major version.</param>
    /// <exception cref="BackupFailedException">It is not there, or older than the server, whose tables it then may not know.</exception>
    public static PostgresTool Find(string program, string folders, IReadOnlyDictionary<string, string?> environment, long server)
    {
        var install = $"install the client programs of PostgreSQL {server} or later (Debian: `postgresql-client-{server}`) and put their folder on the PATH";
        var path = folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists)
            ?? throw new BackupFailedException($"there is no `{program}`: {install}");
        var tool = new PostgresTool(path, environment);
        var text = tool.Run("--version");
        return Major(text) is { } version
            ? version >= server ? tool : throw new BackupFailedException($"`{path}` has version {version} and the server {server}: {install}")
            : throw new BackupFailedException($"`{path}` does not say its version: {install}");
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">None names a place or a secret: arguments are read by every user of the machine.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="BackupFailedException">It failed.</exception>
    public string Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new BackupFailedException($"`{Path.GetFileName(_path)}` failed: {Reason(error.Result)}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BackupFailedException($"`{_path}` cannot be run", e);
        }
    }

    // "pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "pg_dump (PostgreSQL) 18beta1"
    private static int? Major(string text)
    {
        const string Product = "(PostgreSQL) ";
        var at = text.IndexOf(Product, StringComparison.Ordinal);
        var digits = at < 0 ? "" : new string([.. text.Skip(at + Product.Length).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    // The first error only. A row that could not be copied would be quoted, and a row of the keys is a key.
    private static string Reason(string error)
    {
        const string Copying = "COPY failed for table";
        var line = error.Split('\n').FirstOrDefault(static l => l.Contains("error:", StringComparison.Ordinal)) ?? "no reason was given";
        return line.Contains(Copying, StringComparison.Ordinal) ? "the rows of a table could not be copied" : line.Length > LongestReason ? line[..LongestReason] : line;
    }
}
