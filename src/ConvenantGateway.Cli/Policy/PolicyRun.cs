using System.CommandLine;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>Runs a command over a policy folder and turns what goes wrong into an exit code.</summary>
internal static class PolicyRun
{
    /// <summary>Reads the folder and runs.</summary>
    public static int Over(ParseResult result, PolicyOptions options, Func<PolicyFiles, PolicyWriter, int> run)
    {
        try
        {
            return run(PolicyDirectory.Read(result.GetRequiredValue(options.Policies)), Writer(result, options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(e.Message);
            return ExitCode.CouldNotRun;
        }
        catch (FormatException e)
        {
            result.InvocationConfiguration.Error.WriteLine(e.Message);
            return ExitCode.InvalidInput;
        }
    }

    /// <summary>The named covenant, or all of the folder.</summary>
    public static IEnumerable<string> Covenants(PolicyFiles files, string? named) => named is null ? files.Covenants : [named];

    private static PolicyWriter Writer(ParseResult result, PolicyOptions options) => new(result.InvocationConfiguration.Output, result.GetValue(options.Json));
}
