using System.Xml.Linq;

namespace ConvenantGateway.Conventions.Tests.Shape;

/// <summary>The boundaries between the projects (docs/architecture.md): who may know whom, and which library lives where.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Policy"] = [],
        ["Filter"] = ["Policy"],
        ["Audit"] = [],
        ["Exchange"] = ["Audit", "Filter", "Policy"],
        ["Intake"] = ["Exchange"],
        ["Store"] = ["Audit", "Exchange"],
        ["Development"] = ["Policy"],
        ["Host"] = ["Development", "Exchange", "Intake", "Store"],
        ["Cli"] = ["Audit", "Development", "Filter", "Policy", "Store"],
    };

    // A library whose name begins with the first word may be referenced by the projects that follow, and by no other.
    private static readonly (string Library, string[] Homes)[] Homes =
    [
        ("Hl7.", ["Intake"]),
        ("Microsoft.Data.Sqlite", ["Store"]),
        ("Dapper", ["Store"]),
        ("OpenIddict", ["Host"]),
        ("Swashbuckle", ["Host"]),
        ("OpenTelemetry", ["Host"]),
        ("Serilog", ["Host"]),
        ("Microsoft.AspNetCore", ["Host"]),
        ("System.CommandLine", ["Cli"]),
        ("YamlDotNet", ["Policy"]),
        ("BouncyCastle", ["Host"]),
        ("NSec", ["Audit", "Development"]),
    ];

    public static TheoryData<string> Projects => [.. RepositoryTree.Files
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file)["ConvenantGateway.".Length..])];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesProjects_ExactlyThoseOfTheArchitecture(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var expected), $"{project} has no place in the architecture: give it one in docs/architecture.md and here");

        var actual = Includes(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["ConvenantGateway.".Length..])
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesPackages_OnlyWhereTheyLive(string project)
    {
        var strays = Includes(project, "PackageReference")
            .Where(package => Homes.Any(home => package.StartsWith(home.Library, StringComparison.Ordinal) && !home.Homes.Contains(project, StringComparer.Ordinal)));
        Assert.Empty(strays);
        if (project != "Host")
        {
            Assert.Empty(Includes(project, "FrameworkReference"));
            Assert.DoesNotContain("Microsoft.NET.Sdk.Web", RepositoryTree.Read(File(project)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ConvenantGateway.Policy", "YamlDotNet")]
    [InlineData("ConvenantGateway.Filter", "")]
    public void PureAssembly_Compiled_KnowsNothingButTheBaseLibrary(string assembly, string besides)
    {
        var strays = System.Reflection.Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "ConvenantGateway.Policy" && name != besides);
        Assert.Empty(strays);
    }

    private static string File(string project) => $"src/ConvenantGateway.{project}/ConvenantGateway.{project}.csproj";

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Parse(RepositoryTree.Read(File(project))).Descendants(element).Select(reference => (string)reference.Attribute("Include")!);
}
