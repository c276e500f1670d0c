using System.Collections.Immutable;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Cli.Policy;

/// <summary>What <c>policy coverage</c> found.</summary>
/// <param name="Types">The types that have a file.</param>
/// <param name="WithoutPlace">The other types of R4.</param>
/// <param name="Data">What was found in data; null if none was asked for.</param>
internal sealed record CoverageReport(ImmutableArray<TypeCoverage> Types, ImmutableArray<string> WithoutPlace, CoverageInput? Data)
{
    /// <summary>The types in use that have no file.</summary>
    public IEnumerable<string> Missing => ElementCoverage.TypesInUse.Where(WithoutPlace.Contains);

    /// <summary>True if every element of every type has a line, and every type in use a file.</summary>
    public bool IsComplete => !Missing.Any() && !Types.Any(static t => t.ByDefault.Any());
}
