using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// Decides whether a candidate set may be activated: signed by everyone who signed the present one, or proved to allow nothing new. Pure; thread safe.
/// </summary>
public static class PolicyActivation
{
    /// <summary>Decides.</summary>
    /// <param name="current">The set in force; null at the first load, when the candidate holds between those who signed it.</param>
    /// <param name="candidate">A set that loaded without error, for the same covenant.</param>
    /// <returns>
    /// On acceptance of an unsigned narrowing the snapshot carries the present signatures over: what the parties signed contains it.
    /// </returns>
    public static ActivationOutcome Decide(PolicySnapshot? current, PolicySnapshot candidate)
    {
        if (current is null)
        {
            return new ActivationOutcome(candidate, [], []);
        }

        if (current.Covenant.Id != candidate.Covenant.Id)
        {
            return new ActivationOutcome(null, [], [new PolicyChange("covenant", $"`{candidate.Covenant.Id}` in the place of `{current.Covenant.Id}`", "any request: another covenant needs a start, not an activation")]);
        }

        var unsigned = current.Partners.Values
            .Where(p => p.HasSigned && current.Covenant.Parties.Contains(p.Id) && candidate.Covenant.Parties.Contains(p.Id) && !(candidate.Partners.GetValueOrDefault(p.Id)?.HasSigned ?? false))
            .Select(p => p.Id).OrderBy(p => p.Value, StringComparer.Ordinal).ToList();
        if (unsigned.Count == 0)
        {
            return new ActivationOutcome(candidate, [], []);
        }

        var wider = PolicyDiff.Compare(current, candidate).NewlyAllowed;
        return wider.IsEmpty
            ? new ActivationOutcome(candidate.WithSigners(current), [.. unsigned], [])
            : new ActivationOutcome(null, [.. unsigned], wider);
    }

    private static PolicySnapshot WithSigners(this PolicySnapshot candidate, PolicySnapshot current)
    {
        var partners = candidate.Partners.Values
            .Select(p => p with { HasSigned = p.HasSigned || (current.Partners.GetValueOrDefault(p.Id)?.HasSigned ?? false) })
            .ToFrozenDictionary(p => p.Id);
        return new PolicySnapshot
        {
            ManifestDigest = candidate.ManifestDigest,
            Covenant = candidate.Covenant,
            Partners = partners,
            Officers = candidate.Officers,
            Grounds = candidate.Grounds,
            Purposes = candidate.Purposes,
            CategoryNames = candidate.CategoryNames,
            Elements = candidate.Elements,
            Wegwijzer = candidate.Wegwijzer,
            Decider = new PolicyDecider(candidate.Decider.Table, candidate.Covenant, partners.Values),
        };
    }
}
