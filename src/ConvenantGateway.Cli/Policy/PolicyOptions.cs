using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The options that every <c>policy</c> command knows.</summary>
internal sealed record PolicyOptions(Option<DirectoryInfo> Policies, Option<string?> Covenant, Option<bool> Json)
{
    public const string DefaultCovenant = "modelconvenant-2009";

    public static PolicyOptions Create() => new(
        new Option<DirectoryInfo>("--policies") { Description = "policy root", DefaultValueFactory = static _ => new DirectoryInfo("policies") },
        new Option<string?>("--covenant") { Description = "covenant id" },
        new Option<bool>("--json") { Description = "write JSON" });

    public Command AddTo(Command command)
    {
        command.Add(Policies);
        command.Add(Covenant);
        command.Add(Json);
        return command;
    }
}
