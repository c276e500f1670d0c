namespace ConvenantGateway.Policy;

/// <summary>Reads, checks and compiles a policy set. Pure; thread safe.</summary>
public static class PolicyLoader
{
    /// <summary>Reads all files, reports all errors at once, verifies signatures and compiles.</summary>
    public static PolicyLoadResult Load(PolicyFiles files, PolicyLoadOptions options)
    {
        _ = (files, options);
        return new PolicyLoadResult(null, [new PolicyError("CG-POLICY-000", "", 0, 0, "the loader is not there yet", null)]);
    }

    /// <summary>SHA-256 of the canonical manifest of the files that a covenant's partners sign, lower-case hex (design.md section 5).</summary>
    public static string ManifestDigest(PolicyFiles files, string covenant)
    {
        _ = (files, covenant);
        return "";
    }
}
