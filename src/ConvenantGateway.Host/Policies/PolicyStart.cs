using System.Collections.Immutable;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// Which set a node starts on. The folder's, by the same rules as an activation; if it is broken or refused the set that was in force last, as far as its signatures still count, and health is amber: a
/// node that fell silent would withhold warnings too. Never one from before the last: an older set may allow more.
/// </summary>
internal sealed class PolicyStart(PolicySource source, IPolicySets sets, SetChecks checks, SetRecorder recorder, bool isDevelopment, TimeProvider time)
{
    /// <summary>Decides, stores and records.</summary>
    /// <returns>The holder and what to report; or every reason why the node cannot start.</returns>
    public async ValueTask<(PolicyHolder? Holder, ActivationReport? Report, ImmutableArray<string> Errors)> BeginAsync()
    {
        var judge = new SetJudge(source, sets, checks);
        var (history, doubt) = await HistoryAsync();
        var previous = history.LastOrDefault();
        var (candidate, errors) = source.Load();
        var (restored, lost) = await RestoreAsync(judge, previous, candidate);

        // In Development the folder is edited at will and signed in everybody's name at each start; elsewhere going back waits for an operator who says why.
        var reason = isDevelopment ? "start in Development: the folder as it lies there" : "";
        var judged = candidate is null ? JudgedSet.Refused(errors) : await judge.JudgeAsync(restored.Set?.Snapshot, history, candidate, reason);
        if (judged.Set is { } set)
        {
            var isNew = previous is null || previous.Digests.Set != set.Digests.Set || !previous.Signers.SequenceEqual(set.Signers);
            if (isNew)
            {
                await recorder.StoreAsync(set, judged, previous, ActivationKind.Start, "gateway", judged.IsBack ? reason : "");
            }

            var concern = doubt ?? Concerns.OfLostSigners(previous, set);
            return Begin("started", set, concern, [], [.. doubt is null ? [] : (string[])[doubt], .. lost]);
        }

        if (restored.Set is not { } last)
        {
            return (null, null, [.. judged.Errors, .. lost]);
        }

        await recorder.RecordAsync("refused", last.Snapshot, "gateway", "", judged.Errors);
        if (!previous!.Signers.SequenceEqual(last.Signers))
        {
            await recorder.StoreAsync(last, restored, previous, ActivationKind.Restored, "gateway", "");
        }

        return Begin("restored", last, "the policy folder was refused at start, the node stands on the set that was in force last", judged.Errors, []);
    }

    private (PolicyHolder, ActivationReport, ImmutableArray<string>) Begin(string outcome, LoadedSet set, string? concern, ImmutableArray<string> errors, ImmutableArray<string> notes)
    {
        var holder = new PolicyHolder(set.Active);
        if (concern is not null)
        {
            holder.KeepLastGood(concern);
        }

        return (holder, new ActivationReport
        {
            At = time.GetUtcNow(),
            Outcome = outcome,
            Covenant = set.Snapshot.Covenant.Id,
            Set = set.Digests.Set,
            Manifest = set.Digests.Manifest,
            Errors = errors,
            Warnings = [.. notes, .. set.Warnings.Select(static w => w.ToString())],
        }, []);
    }

    private async ValueTask<(ImmutableArray<PolicySetActivation> History, string? Doubt)> HistoryAsync()
    {
        try
        {
            return (await sets.ListAsync(source.Covenant, CancellationToken.None), null);
        }
        catch (InvalidDataException e)
        {
            // Whoever forged the list gains nothing: without it only signatures over the folder itself count.
            return ([], $"the list of stored policy sets does not verify: {e.Message}");
        }
    }

    private static async ValueTask<(JudgedSet Restored, ImmutableArray<string> Errors)> RestoreAsync(SetJudge judge, PolicySetActivation? previous, LoadedSet? candidate)
    {
        if (previous is null)
        {
            return (JudgedSet.Refused([]), []);
        }

        try
        {
            var judged = await judge.RestoreAsync(previous, candidate?.Digests.Set == previous.Digests.Set ? candidate : null);
            return (judged, [.. judged.Errors.Select(static e => $"the stored set: {e}")]);
        }
        catch (InvalidDataException e)
        {
            return (JudgedSet.Refused([]), [$"CG-POLICY-904 the stored set does not verify: {e.Message}"]);
        }
    }
}
