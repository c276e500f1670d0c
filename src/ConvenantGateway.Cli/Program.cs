using System.CommandLine;
using ConvenantGateway.Cli.Push;

var root = new RootCommand("ConvenantGateway on the command line") { PushCommand.Create() };
return await root.Parse(args).InvokeAsync();
