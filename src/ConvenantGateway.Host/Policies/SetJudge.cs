using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// Decides whether a set that loaded may be put in force: its checks hold, it is no unexplained way back, and everybody signed it who signed the present one, or it allows nothing new. Thread safe.
/// </summary>
internal sealed class SetJudge(PolicySource source, IPolicySets sets, SetChecks checks)
{
    /// <summary>Judges.</summary>
    /// <param name="present">What is in force, with its signers; null at a first start.</param>
    /// <param name="history">The activations of the covenant; the last is that of <paramref name="present"/>.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="reason">Why, as recorded; empty for none.</param>
    public async ValueTask<JudgedSet> JudgeAsync(PolicySnapshot? present, ImmutableArray<PolicySetActivation> history, LoadedSet candidate, string reason)
    {
        var isBack = IsBack(history, candidate.Digests);
        if (isBack && reason.Length == 0)
        {
            return JudgedSet.Refused([$"CG-POLICY-903 these rules or identities were in force before the present ones (set {candidate.Digests.Set[..12]}): going back needs a recorded reason"]);
        }

        var failures = checks.Failures(candidate, source, history.Select(static a => a.Checks));
        if (!failures.IsEmpty)
        {
            return JudgedSet.Refused(failures);
        }

        var unsigned = present is null ? [] : PolicyActivation.NotSigned(present, candidate.Snapshot);
        var (carried, narrows) = unsigned.IsEmpty ? ([], []) : await CarriedAsync(candidate, unsigned, [history[^1].Digests.Set, .. history[^1].Narrows]);
        var outcome = PolicyActivation.Decide(present, candidate.Snapshot, carried);
        return outcome.Snapshot is { } snapshot
            ? new JudgedSet(candidate.With(snapshot), narrows, isBack, [])
            : JudgedSet.Refused(outcome.NewlyAllowed.Select(static c => $"CG-POLICY-901 not signed, and newly allowed: {c.Where}: {c.What}; for example {c.Example}"));
    }

    /// <summary>A stored set as it would be in force today: its own signatures as far as they still count, and those of the sets that it narrows.</summary>
    /// <param name="activation">When it was put in force last.</param>
    /// <param name="same">The folder's set, if it is the very same: then nothing is read twice.</param>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were activated.</exception>
    public async ValueTask<JudgedSet> RestoreAsync(PolicySetActivation activation, LoadedSet? same)
    {
        var (loaded, errors) = same is not null
            ? (same, [])
            : source.Load(await sets.FindAsync(activation.Digests.Set, CancellationToken.None) ?? throw new InvalidDataException($"the set {activation.Digests.Set} is not stored"));
        if (loaded is null)
        {
            return JudgedSet.Refused(errors);
        }

        var own = loaded.Signers;
        var (carried, narrows) = await CarriedAsync(loaded, [.. activation.Signers.Except(own)], activation.Narrows);
        return new JudgedSet(loaded.With(loaded.Snapshot.WithSigners(carried)), narrows, false, []);
    }

    /// <summary>True if the rules or the identities are other than the present ones and were in force before: an old signature proves that it was agreed once, not that it is wanted now.</summary>
    private static bool IsBack(ImmutableArray<PolicySetActivation> history, PolicyDigests digests) =>
        !history.IsEmpty
        && ((digests.Manifest != history[^1].Digests.Manifest && history.Any(a => a.Digests.Manifest == digests.Manifest))
            || (digests.Operator != history[^1].Digests.Operator && history.Any(a => a.Digests.Operator == digests.Operator)));

    /// <summary>
    /// Whose signature under one of these stored sets still counts for the candidate: the certificate is trusted now, the key is pinned in the candidate, and the set allows all that the candidate does.
    /// Nothing is taken from what was stored about it: all is proved again.
    /// </summary>
    private async ValueTask<(HashSet<PartnerId> Carried, ImmutableArray<string> Narrows)> CarriedAsync(LoadedSet candidate, ImmutableArray<PartnerId> wanted, IEnumerable<string> bases)
    {
        var carried = new HashSet<PartnerId>();
        var narrows = ImmutableArray.CreateBuilder<string>();
        foreach (var digest in bases.Distinct(StringComparer.Ordinal))
        {
            if (carried.IsSupersetOf(wanted) || await FilesAsync(digest) is not { } files)
            {
                continue;
            }

            var signed = CovenantSignatures.Of(files, candidate.Snapshot, source.Options())
                .Where(s => s.State == SignatureState.Valid && wanted.Contains(s.Partner) && !carried.Contains(s.Partner)).Select(static s => s.Partner).ToList();
            if (signed.Count > 0 && PolicyReproduction.Load(files, source.Covenant, ImmutableHashSet<PartnerId>.Empty).Snapshot is { } wider
                && PolicyDiff.Compare(wider, candidate.Snapshot).NewlyAllowed.IsEmpty)
            {
                carried.UnionWith(signed);
                narrows.Add(digest);
            }
        }

        return (carried, narrows.ToImmutable());
    }

    private async ValueTask<PolicyFiles?> FilesAsync(string digest)
    {
        try
        {
            return await sets.FindAsync(digest, CancellationToken.None);
        }
        catch (InvalidDataException)
        {
            // A set that was altered stands for nobody.
            return null;
        }
    }
}
