using System.CommandLine;
using ConvenantGateway.Cli.Certs;
using ConvenantGateway.Cli.Push;

var root = new RootCommand("ConvenantGateway on the command line") { CertsCommand.Create(), PushCommand.Create() };
return await root.Parse(args).InvokeAsync();
