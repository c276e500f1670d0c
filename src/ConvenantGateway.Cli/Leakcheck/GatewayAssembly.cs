using System.Diagnostics;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Finds the built gateway: beside this program's own output in the tree, built now if it is not there yet.</summary>
internal static class GatewayAssembly
{
    private const string Own = "ConvenantGateway.Cli";
    private const string Host = "ConvenantGateway.Host";

    /// <summary>The path.</summary>
    /// <exception cref="FileNotFoundException">There is none and it cannot be built from here.</exception>
    public static string Find()
    {
        var output = AppContext.BaseDirectory;
        var at = output.LastIndexOf($"{Path.DirectorySeparatorChar}{Own}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        if (at < 0)
        {
            throw new FileNotFoundException("the built gateway is not beside this program; say where it is with `--gateway`");
        }

        var project = Path.Combine(output[..at], Host);
        var path = Path.Combine(project, output[(at + Own.Length + 2)..], $"{Host}.dll");
        if (!File.Exists(path) && File.Exists(Path.Combine(project, $"{Host}.csproj")))
        {
            using var build = Process.Start("dotnet", ["build", Path.Combine(project, $"{Host}.csproj"), "-c", output.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "-v", "quiet", "-nologo"]);
            build.WaitForExit();
        }

        return File.Exists(path) ? path : throw new FileNotFoundException($"the gateway is not built: `dotnet build src/{Host}`, or say where it is with `--gateway`");
    }
}
