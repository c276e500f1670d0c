using System.Collections.Immutable;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>What the classification says of the values in FHIR files.</summary>
/// <param name="Resources">How many resources were read.</param>
/// <param name="Leaves">The values by path, without the values.</param>
internal sealed record CoverageInput(int Resources, ImmutableArray<DataLeaf> Leaves)
{
    /// <summary>Reads files, and the JSON files in folders; null if none was named.</summary>
    /// <exception cref="FormatException">A file is not a FHIR resource.</exception>
    public static CoverageInput? Read(IReadOnlyCollection<FileSystemInfo> named, IReadOnlyDictionary<string, ElementClassification> elements)
    {
        if (named.Count == 0)
        {
            return null;
        }

        var coverage = new DataCoverage(elements);
        foreach (var file in named.SelectMany(Files))
        {
            try
            {
                coverage.Add(File.ReadAllBytes(file));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{file}: {e.Message}", e);
            }
        }

        return new CoverageInput(coverage.Resources, coverage.Leaves());
    }

    /// <summary>How many values are in a state.</summary>
    public int Count(CoverageState state) => Leaves.Where(l => l.State == state).Sum(static l => l.Count);

    private static IEnumerable<string> Files(FileSystemInfo named) => Directory.Exists(named.FullName)
        ? Directory.EnumerateFiles(named.FullName, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [named.FullName];
}
