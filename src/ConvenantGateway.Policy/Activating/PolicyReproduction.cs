namespace ConvenantGateway.Policy;

/// <summary>
/// Makes a set as it was in force once, with the signers of then, so that a past decision can be reproduced. Signatures are not verified anew: what they were worth was judged and recorded when
/// the set was activated. Never for serving. Pure; thread safe.
/// </summary>
public static class PolicyReproduction
{
    /// <summary>Loads.</summary>
    /// <param name="files">The files of the stored set.</param>
    /// <param name="covenant">The covenant that was in force.</param>
    /// <param name="signers">Who counted as having signed, as the activation recorded it.</param>
    /// <returns>The snapshot; errors if this build reads the files otherwise than the one that activated them.</returns>
    public static PolicyLoadResult Load(PolicyFiles files, string covenant, IReadOnlySet<PartnerId> signers)
    {
        var result = PolicyLoader.Load(files, new PolicyLoadOptions { Covenant = covenant, Anchors = [], Now = DateTimeOffset.UnixEpoch, AllowReenactment = true });
        return result.Snapshot is null ? result : result with { Snapshot = result.Snapshot.WithSigners(signers), Warnings = [] };
    }
}
