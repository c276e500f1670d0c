using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Conventions.Tests.Gates;

/// <summary>
/// A throw-away project with the name of a real one, under <c>src/obj</c>, so that it inherits the very build files and analyzer settings of the tree.
/// Deleted on disposal.
/// </summary>
internal sealed partial class PlantedProject : IDisposable
{
    private readonly string _folder;
    private readonly string _name;

    /// <summary>Begins an empty project.</summary>
    /// <param name="name">The project's name: it decides which lists of banned symbols apply.</param>
    /// <param name="sdk">The SDK, such as <c>Microsoft.NET.Sdk.Web</c>.</param>
    public PlantedProject(string name, string sdk)
    {
        _name = name;
        _folder = Path.Combine(RepositoryTree.Root, "src", "obj", "planted", $"{name}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder);
        File.WriteAllText(
            Path.Combine(_folder, $"{name}.csproj"),
            $"""<Project Sdk="{sdk}"><PropertyGroup><OutputType>Library</OutputType><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile><RestoreLockedMode>false</RestoreLockedMode></PropertyGroup></Project>""");
    }

    /// <summary>Adds a source file.</summary>
    public void Plant(string file, string source) => File.WriteAllText(Path.Combine(_folder, file), source);

    /// <summary>Builds and returns the exit code and every error as <c>File.cs: CODE</c>, once each, in order of name.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Errors, string Output)> BuildAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments(_name))
        {
            start.ArgumentList.Add(argument);
        }

        // The test host's own build variables would point this build at another SDK's files.
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(key);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync(cancellation);
        var output = await build.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await build.WaitForExitAsync(cancellation);
        var found = ErrorLine().Matches(output)
            .Select(match => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(match.Groups["file"].Value)}: {match.Groups["code"].Value}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return (build.ExitCode, [.. found], output);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What a user of this machine imports into every build must not decide whether a gate closes.
    private static string[] Arguments(string name) =>
    [
        "build", $"{name}.csproj", "-v", "quiet", "-nologo", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false",
        "-p:ImportUserLocationsByWildcardBeforeMicrosoftCommonProps=false",
    ];

    [GeneratedRegex(@"^(?<file>[^(\n]+?)\(\d+,\d+\): error (?<code>[A-Z]+\d+):", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
