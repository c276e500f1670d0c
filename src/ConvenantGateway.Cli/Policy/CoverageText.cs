using ConvenantGateway.Filter;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy coverage</c> for people.</summary>
internal static class CoverageText
{
    public static IEnumerable<string> Lines(CoverageReport report, bool isVerbose)
    {
        foreach (var type in report.Types)
        {
            var byDefault = type.ByDefault.ToList();
            yield return $"{type.Type}: {type.Classified} classified, {type.Withheld} withheld, {byDefault.Count} by default{(byDefault.Count == 0 ? "" : $": {string.Join(' ', byDefault)}")}";
            if (isVerbose)
            {
                yield return $"  {string.Join(", ", type.Words.Select(static w => $"{w.Key} {w.Value}"))}";
            }
        }

        var total = report.Types.Length + report.WithoutPlace.Length;
        yield return $"{report.Types.Length} of the {total} types of R4 have a place; {report.WithoutPlace.Length} have none{(isVerbose ? $": {string.Join(' ', report.WithoutPlace)}" : "")}";
        if (report.Missing.Any())
        {
            yield return $"in use but without a file: {string.Join(' ', report.Missing)}";
        }

        foreach (var line in report.Data is { } data ? Data(data, isVerbose) : [])
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Data(CoverageInput data, bool isVerbose)
    {
        yield return $"data: {data.Resources} resources, {data.Leaves.Sum(static l => l.Count)} values: {data.Count(CoverageState.Classified)} classified, {data.Count(CoverageState.Withheld)} withheld, "
            + $"{data.Count(CoverageState.ByDefault)} by default, {data.Count(CoverageState.Unknown)} unknown";
        foreach (var leaf in data.Leaves.Where(l => isVerbose || l.State is CoverageState.ByDefault or CoverageState.Unknown))
        {
            yield return $"  {leaf.Path}: {Word(leaf)} ({leaf.Count})";
        }
    }

    private static string Word(DataLeaf leaf) => leaf.State switch
    {
        CoverageState.ByDefault => "withheld by default",
        CoverageState.Unknown => "unknown",
        _ => leaf.As,
    };
}
