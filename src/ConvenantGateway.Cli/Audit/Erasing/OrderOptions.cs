using System.CommandLine;
using ConvenantGateway.Development.Certificates;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>The options that orders about the log share.</summary>
internal sealed record OrderOptions(
    Option<string> Database, Option<string> State, Option<string[]> Viewers, Option<string?> Person, Option<string> By, Option<string> Region, Option<string> Policies, Option<string> Covenant)
{
    public static OrderOptions Create() => new(
        new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase },
        AuditCommands.State(),
        new Option<string[]>("--viewer") { Description = "the organisation whose decision it is (its officers' looks go with it); may be given more than once", AllowMultipleArgumentsPerToken = true },
        new Option<string?>("--person") { Description = "a JSON file with family, given, birthDate and gender, or `-` for standard input" },
        new Option<string>("--by") { Description = "on whose decision: an officer's or operator's id", DefaultValueFactory = static _ => DevelopmentNames.Operator },
        new Option<string>("--region") { Description = "the region whose key makes handles", DefaultValueFactory = static _ => "noord" },
        new Option<string>("--policies") { Description = "policy root: whose officers go with a viewer; terms are those in force on the log", DefaultValueFactory = static _ => "policies" },
        new Option<string>("--covenant") { Description = "covenant id, for the policy root", DefaultValueFactory = static _ => Policy.PolicyOptions.DefaultCovenant });

    public Command AddTo(Command command)
    {
        command.Add(Database);
        command.Add(State);
        command.Add(Viewers);
        command.Add(Person);
        command.Add(By);
        command.Add(Region);
        command.Add(Policies);
        command.Add(Covenant);
        return command;
    }

    /// <summary>What was given.</summary>
    public OrderInput Read(ParseResult parsed) => new()
    {
        Node = NodePlace.Of(parsed.GetValue(Database)!, parsed.GetValue(State)!),
        Viewers = [.. parsed.GetValue(Viewers) ?? []],
        Person = parsed.GetValue(Person),
        By = parsed.GetValue(By)!,
        Region = parsed.GetValue(Region)!,
        Policies = parsed.GetValue(Policies)!,
        Covenant = parsed.GetValue(Covenant)!,
    };
}
