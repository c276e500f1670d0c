using System.CommandLine;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The options of the commands on stored sets.</summary>
internal sealed record StoredOptions(Option<string> Database, Option<string?> Covenant, Option<bool> Json)
{
    public static StoredOptions Create() => new(
        new Option<string>("--database") { Description = "the node's data directory; for stored sets also a connection string of PostgreSQL, for `activate` the folder of `Gateway:State`", DefaultValueFactory = static _ => "data" },
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
