using System.Collections.Immutable;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>A policy folder loaded for one covenant, with everything that is wrong: the loader's errors and the element paths that R4 does not have.</summary>
internal sealed record PolicySet(PolicyFiles Files, PolicySnapshot? Snapshot, ImmutableArray<PolicyError> Errors, ImmutableArray<PolicyError> Warnings)
{
    public static PolicySet Load(PolicyFiles files, string covenant)
    {
        var result = PolicyLoader.Load(files, new PolicyLoadOptions
        {
            Covenant = covenant,
            Anchors = [],
            Now = DateTimeOffset.UnixEpoch,
            AllowReenactment = true,
            AssumeSigned = true,
        });
        var paths = result.ElementSources.SelectMany(Paths).ToImmutableArray();
        return new PolicySet(files, paths.IsEmpty ? result.Snapshot : null, result.Errors.AddRange(paths), result.Warnings);
    }

    private static IEnumerable<PolicyError> Paths(ElementSource source) =>
        ResourceFilter.Check(source.Classification).Select(error => error with { File = source.File, Line = LineOf(source, error.Message), Column = 0 });

    /// <summary>The message names the path in backticks; its line is the loader's to know.</summary>
    private static int LineOf(ElementSource source, string message) =>
        message.Split('`') is [_, var path, ..] && source.Lines.TryGetValue(path, out var line) ? line : 0;
}
