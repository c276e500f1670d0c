using System.CommandLine;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>The options of <c>leakcheck</c>.</summary>
internal sealed record LeakcheckOptions(
    PolicyOptions Policy, Option<FileInfo?> Gateway, Option<DirectoryInfo?> Certificates, Option<string?> Only, Option<bool> Small, Option<FileInfo?> Out)
{
    public static LeakcheckOptions Create() => new(
        PolicyOptions.Create(),
        new Option<FileInfo?>("--gateway") { Description = "the built gateway, a .dll; without it the one of this tree" },
        new Option<DirectoryInfo?>("--certificates") { Description = "development certificates to use again; without it they are made anew" },
        new Option<string?>("--only") { Description = "only exchanges whose line holds this text, such as `ashg-noord → vrouwenopvang-noord`" },
        new Option<bool>("--small") { Description = "small messages: two persons, each type once; fewer pages of each kind" },
        new Option<FileInfo?>("--out") { Description = "also write the report as JSON to this file" });

    public Command AddTo(Command command)
    {
        command.Add(Gateway);
        command.Add(Certificates);
        command.Add(Only);
        command.Add(Small);
        command.Add(Out);
        return Policy.AddTo(command);
    }
}
