using System.CommandLine;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit events [--out FILE]</c>: the catalogue of record types; with a file, its table is replaced. Exit code 0 written, 1 could not run, 3 the file has no table.</summary>
internal static class AuditEventsCommand
{
    private const string Begin = "<!-- made by `audit events --out docs/audit-events.md`; do not edit by hand -->\n";
    private const string End = "<!-- end -->";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var path = new Option<string?>("--out") { Description = "the Markdown file whose table is replaced; without it the table is printed" };
        var command = new Command("events", "print the catalogue of audit events") { path };
        command.SetAction(parsed => Run(parsed.GetValue(path), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(string? path, TextWriter output, TextWriter error)
    {
        if (path is null)
        {
            output.Write(AuditEvents.Markdown());
            return ExitCode.Yes;
        }

        try
        {
            if (Replace(File.ReadAllText(path)) is not { } text)
            {
                error.WriteLine($"error: `{path}` has no table of audit events");
                return ExitCode.InvalidInput;
            }

            File.WriteAllText(path, text);
            return ExitCode.Yes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    /// <summary>The text with its table replaced; null if it has none.</summary>
    public static string? Replace(string text)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
        return end < 0 ? null : $"{text[..(begin + Begin.Length)]}{AuditEvents.Markdown()}{text[end..]}";
    }
}
