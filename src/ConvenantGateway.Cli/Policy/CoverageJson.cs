using ConvenantGateway.Filter;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy coverage</c> for tools.</summary>
internal static class CoverageJson
{
    public static object Of(CoverageReport report) => new
    {
        complete = report.IsComplete,
        missing = report.Missing,
        types = report.Types.Select(static t => new
        {
            type = t.Type,
            classified = t.Classified,
            withheld = t.Withheld,
            byDefault = t.ByDefault,
            categories = t.Words.ToDictionary(static w => w.Key, static w => w.Value, StringComparer.Ordinal),
            elements = t.Elements.Select(static e => new { path = e.Path, state = Word(e.State), @as = e.As }),
        }),
        withoutPlace = report.WithoutPlace,
        data = report.Data is not { } data ? null : new
        {
            resources = data.Resources,
            classified = data.Count(CoverageState.Classified),
            withheld = data.Count(CoverageState.Withheld),
            byDefault = data.Count(CoverageState.ByDefault),
            unknown = data.Count(CoverageState.Unknown),
            values = data.Leaves.Select(static l => new { path = l.Path, state = Word(l.State), @as = l.As, count = l.Count }),
        },
    };

    private static string Word(CoverageState state) => state switch
    {
        CoverageState.Classified => "classified",
        CoverageState.Withheld => "withheld",
        CoverageState.Unknown => "unknown",
        _ => "by-default",
    };
}
