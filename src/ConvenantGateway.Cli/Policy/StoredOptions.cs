using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The options of the commands on stored sets.</summary>
internal sealed record StoredOptions(Option<DirectoryInfo> Database, Option<string?> Covenant, Option<bool> Json)
{
    public static StoredOptions Create() => new(
        new Option<DirectoryInfo>("--database") { Description = "the node's data directory", DefaultValueFactory = static _ => new DirectoryInfo("data") },
        new Option<string?>("--covenant") { Description = "covenant id; default any" },
        new Option<bool>("--json") { Description = "write JSON" });

    public Command AddTo(Command command)
    {
        command.Add(Database);
        command.Add(Covenant);
        command.Add(Json);
        return command;
    }
}
