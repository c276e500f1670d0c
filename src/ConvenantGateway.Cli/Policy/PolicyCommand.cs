using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The <c>policy</c> commands.</summary>
internal static class PolicyCommand
{
    /// <summary>Builds them, one a line.</summary>
    public static Command Create() => new("policy", "read, check, test, prove and compare the rules")
    {
        CheckCommand.Create(),
        CoverageCommand.Create(),
        TestCommand.Create(),
        ExplainCommand.Create(),
        DiffCommand.Create(),
        ProveCommand.Create(),
        MatrixCommand.Create(),
        SchemaCommand.Create(),
        SignCommand.Create(),
        SignaturesCommand.Create(),
        ActivateCommand.Create(),
        SetsCommand.Create(),
        ReplayCommand.Create(),
    };
}
