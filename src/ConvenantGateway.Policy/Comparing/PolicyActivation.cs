using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// Decides whether a candidate set may be activated: signed by everyone who signed the present one, or proved to allow nothing new. Pure; thread safe.
/// </summary>
public static class PolicyActivation
{
    /// <summary>Decides.</summary>
    /// <param name="current">The set in force; null at the first load, when the candidate holds between those who signed it.</param>
    /// <param name="candidate">A set that loaded without error, for the same covenant.</param>
    /// <param name="carried">
    /// The parties whose signature under a set that contains the candidate was found to count today; null: all that signed the present set. A signature is never carried for anyone else.
    /// </param>
    /// <returns>
    /// On acceptance of an unsigned narrowing the snapshot carries the present signatures over: what the parties signed contains it.
    /// </returns>
    public static ActivationOutcome Decide(PolicySnapshot? current, PolicySnapshot candidate, IReadOnlySet<PartnerId>? carried = null)
    {
        if (current is null)
        {
            return new ActivationOutcome(candidate, [], []);
        }

        if (current.Covenant.Id != candidate.Covenant.Id)
        {
            return new ActivationOutcome(null, [], [new PolicyChange("covenant", $"`{candidate.Covenant.Id}` in the place of `{current.Covenant.Id}`", "any request: another covenant needs a start, not an activation")]);
        }

        var unsigned = NotSigned(current, candidate);
        if (unsigned.IsEmpty)
        {
            return new ActivationOutcome(candidate, [], []);
        }

        var wider = PolicyDiff.Compare(current, candidate).NewlyAllowed;
        return wider.IsEmpty
            ? new ActivationOutcome(candidate.WithSigners(unsigned.Where(p => carried is null || carried.Contains(p)).ToHashSet()), unsigned, [])
            : new ActivationOutcome(null, unsigned, wider);
    }

    /// <summary>The parties of both sets that signed the present one and not the candidate, in ordinal order.</summary>
    public static ImmutableArray<PartnerId> NotSigned(PolicySnapshot current, PolicySnapshot candidate) =>
    [
        .. current.Partners.Values
            .Where(p => p.HasSigned && current.Covenant.Parties.Contains(p.Id) && candidate.Covenant.Parties.Contains(p.Id) && !(candidate.Partners.GetValueOrDefault(p.Id)?.HasSigned ?? false))
            .Select(p => p.Id).OrderBy(p => p.Value, StringComparer.Ordinal),
    ];

    /// <summary>The same set with these parties as signers too. Whoever calls it has proved that they signed a set that contains this one.</summary>
    public static PolicySnapshot WithSigners(this PolicySnapshot candidate, IReadOnlySet<PartnerId> signers)
    {
        var partners = candidate.Partners.Values
            .Select(p => p with { HasSigned = p.HasSigned || signers.Contains(p.Id) })
            .ToFrozenDictionary(p => p.Id);
        return candidate with { Partners = partners, Decider = new PolicyDecider(candidate.Decider.Table, candidate.Covenant, partners.Values) };
    }
}
