using System.CommandLine;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Cli.Certs;
using ConvenantGateway.Cli.Leakcheck;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Cli.Push;

var root = new RootCommand("ConvenantGateway on the command line") { AuditCommands.Create(), CertsCommand.Create(), LeakcheckCommand.Create(), PolicyCommand.Create(), PushCommand.Create() };
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ExitCode.InvalidInput : code;
