using System.CommandLine;
using System.Security.Cryptography;

namespace ConvenantGateway.Cli.Policy;

/// <summary>Turns what can go wrong outside the program into exit codes.</summary>
internal static class CommandGuard
{
    /// <summary>Runs: 1 if a file cannot be read or written, 3 if it holds what it should not.</summary>
    public static int Run(ParseResult result, Option<bool> json, Func<PolicyWriter, int> run)
    {
        try
        {
            return run(new PolicyWriter(result.InvocationConfiguration.Output, result.GetValue(json)));
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or CryptographicException or ArgumentException)
        {
            result.InvocationConfiguration.Error.WriteLine($"error: {e.Message}");
            return ExitCode.InvalidInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    /// <summary>Says no, with the reason.</summary>
    public static int No(this PolicyWriter writer, string reason)
    {
        writer.Write(new { refused = reason }, [$"refused: {reason}"]);
        return ExitCode.No;
    }
}
