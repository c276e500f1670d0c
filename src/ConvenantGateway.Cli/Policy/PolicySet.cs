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
        var paths = ElementPathErrors.Of(result.ElementSources).ToImmutableArray();
        return new PolicySet(files, paths.IsEmpty ? result.Snapshot : null, result.Errors.AddRange(paths), result.Warnings);
    }

    /// <summary>The law alone, every row on.</summary>
    public static PolicySet LoadStatute(PolicyFiles files)
    {
        var result = PolicyLoader.LoadStatute(files);
        return new PolicySet(files, result.Snapshot, result.Errors, result.Warnings);
    }
}
