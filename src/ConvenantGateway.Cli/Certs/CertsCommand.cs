using System.CommandLine;
using ConvenantGateway.Development.Certificates;

namespace ConvenantGateway.Cli.Certs;

/// <summary>The <c>certs</c> commands.</summary>
internal static class CertsCommand
{
    /// <summary>Builds <c>certs dev</c>.</summary>
    public static Command Create()
    {
        var directory = new Option<DirectoryInfo>("--out") { Description = "directory of the development world", DefaultValueFactory = static _ => new DirectoryInfo("certs-dev") };
        var policies = new Option<DirectoryInfo>("--policies") { Description = "policy root whose covenants the overlay signs", DefaultValueFactory = static _ => new DirectoryInfo("policies") };
        var dev = new Command("dev", "make the certificates and the policy overlay of the development world; keep what is valid") { directory, policies };
        dev.SetAction(result => Make(result.GetRequiredValue(directory), result.GetRequiredValue(policies), result.InvocationConfiguration.Output));
        return new Command("certs", "certificates of the development world") { dev };
    }

    private static int Make(DirectoryInfo directory, DirectoryInfo policies, TextWriter output)
    {
        var world = DevelopmentWorld.Ensure(directory.FullName, TimeProvider.System.GetUtcNow(), policies.Exists ? policies.FullName : null);
        output.WriteLine($"development world in {world.Root}: {DevelopmentNames.All.Length} names, anchor ca.crt, revocation list ca.crl");
        return 0;
    }
}
