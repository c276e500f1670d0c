using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Conventions.Tests.Shape;

/// <summary>The types of the shipped assemblies, without what the compiler or Razor made.</summary>
internal static class ProductAssemblies
{
    /// <summary>All flags: what is declared in a type itself, public or not.</summary>
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The shipped assemblies.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
    [
        .. new[] { "Policy", "Filter", "Audit", "Exchange", "Intake", "Store", "Development", "Host", "Cli" }
            .Select(project => Assembly.Load($"ConvenantGateway.{project}")),
    ];

    /// <summary>Every hand-written type.</summary>
    public static IEnumerable<Type> Types => All.SelectMany(assembly => assembly.GetTypes()).Where(IsHandWritten);

    private static bool IsHandWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Name != "Program"
        && type.Namespace?.StartsWith("ConvenantGateway", StringComparison.Ordinal) == true
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && (type.DeclaringType is null || IsHandWritten(type.DeclaringType));
}
