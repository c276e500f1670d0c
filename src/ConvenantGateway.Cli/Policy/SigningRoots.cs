using System.CommandLine;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The two roots that the signing commands read together: what is signed includes the overlay's pins.</summary>
internal sealed record SigningRoots(Option<DirectoryInfo> Policies, Option<DirectoryInfo?> Overlay, Option<string> Covenant, Option<bool> Json)
{
    /// <summary>The development overlay, used where it exists and nothing else is named.</summary>
    public const string DefaultOverlay = "certs-dev/policies";

    public static SigningRoots Create() => new(
        new Option<DirectoryInfo>("--policies") { Description = "policy root", DefaultValueFactory = static _ => new DirectoryInfo("policies") },
        new Option<DirectoryInfo?>("--overlay") { Description = $"second root with pins and signatures; default `{DefaultOverlay}` if it exists" },
        new Option<string>("--covenant") { Description = "covenant id", DefaultValueFactory = static _ => PolicyOptions.DefaultCovenant },
        new Option<bool>("--json") { Description = "write JSON" });

    public Command AddTo(Command command)
    {
        foreach (var option in new Option[] { Policies, Overlay, Covenant, Json })
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>The overlay's folder; null if there is none.</summary>
    public string? OverlayOf(ParseResult result) => result.GetValue(Overlay)?.FullName ?? (Directory.Exists(DefaultOverlay) ? Path.GetFullPath(DefaultOverlay) : null);

    /// <exception cref="DirectoryNotFoundException">The root does not exist.</exception>
    /// <exception cref="InvalidDataException">A path is in both roots.</exception>
    public PolicyFiles Read(ParseResult result) => PolicyFolder.Read(result.GetRequiredValue(Policies).FullName, OverlayOf(result));
}
