namespace ConvenantGateway.Policy;

/// <summary>The three digests by which a set is known, lower-case hex SHA-256. Pure; thread safe.</summary>
/// <param name="Set">Over every file that was read, overlay and signatures included: the name of a stored set.</param>
/// <param name="Manifest">Over what the parties of the covenant sign; stands in every record as the policy digest.</param>
/// <param name="Operator">Over what the operator signs: partners, officers, pins.</param>
public sealed record PolicyDigests(string Set, string Manifest, string Operator)
{
    /// <summary>Computes them.</summary>
    public static PolicyDigests Of(PolicyFiles files, string covenant) =>
        new(Policy.Manifest.OfSet(files), Policy.Manifest.OfCovenant(files, covenant), Policy.Manifest.OfOperator(files));

    /// <summary>What checks and proofs look at: every file but signatures and pins. Their results are kept under it.</summary>
    public static string OfRules(PolicyFiles files) => Policy.Manifest.OfRules(files);
}
