namespace ConvenantGateway.Cli.Policy;

/// <summary>What every command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Yes = 0;
    public const int CouldNotRun = 1;
    public const int No = 2;
    public const int InvalidInput = 3;
}
