using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Says of each party of a covenant what its signature under a set of files is worth. Pure; thread safe.</summary>
public static class CovenantSignatures
{
    /// <summary>Verifies the signatures that lie in <paramref name="files"/>, over the manifest of those files, against the parties and pins of <paramref name="parties"/>.</summary>
    /// <param name="files">The set that was signed.</param>
    /// <param name="parties">
    /// Who is who: usually the snapshot of the same files; for a set that only stands for a narrower one, the snapshot of the narrower, so that a key that lost its pin since no longer signs.
    /// </param>
    /// <param name="options">Covenant, anchors, revocation and the instant; <see cref="PolicyLoadOptions.AssumeSigned"/> does not count here.</param>
    /// <returns>One per party that has a file, in the order of the covenant.</returns>
    public static ImmutableArray<PartySignature> Of(PolicyFiles files, PolicySnapshot parties, PolicyLoadOptions options)
    {
        var signatures = new SignatureFiles(files, options, new PolicyErrorList(), new PolicyErrorList());
        var manifest = Manifest.OfCovenant(files, options.Covenant);
        return [.. parties.Covenant.Parties.Where(parties.Partners.ContainsKey).Select(p => signatures.Of(parties.Partners[p], manifest))];
    }
}
