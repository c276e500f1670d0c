using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// Activates a changed policy folder, or the rules of an older set: everything is read, checked, compared with what is in force, stored and recorded, and then one reference is swapped. Otherwise the
/// last good set stays and health turns amber (design.md section 5). One activation at a time.
/// </summary>
internal sealed class PolicyActivator(
    PolicySource source, PolicyHolder holder, IPolicySets sets, SetChecks checks, SetRecorder recorder, ActivationDesk desk, ILogger<PolicyActivator> logger, TimeProvider time) : IDisposable
{
    private const int MaxReason = 2000;

    private readonly SetJudge _judge = new(source, sets, checks);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Activates the folder, or what is asked; the errors if it was refused.</summary>
    public async ValueTask<IReadOnlyList<string>> ActivateAsync(ActivationRequest? request = null)
    {
        await _one.WaitAsync();
        try
        {
            return await ActivateAloneAsync(request);
        }
        catch (Exception e) when (e is AuditUnavailableException or InvalidDataException or CompanionConflictException)
        {
            // An activation that cannot be stored and recorded does not happen.
            return Refuse(request, [$"CG-POLICY-905 the activation could not be stored and recorded: {e.Message}"]);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async ValueTask<IReadOnlyList<string>> ActivateAloneAsync(ActivationRequest? request)
    {
        var (by, reason) = (Short(request?.By) is { Length: > 0 } who ? who : "gateway", Short(request?.Reason));
        var present = holder.Current.Snapshot;
        var history = await sets.ListAsync(source.Covenant, CancellationToken.None);
        var (candidate, errors) = request is { BackTo.Length: > 0 } ? await OlderAsync(request.BackTo, reason, history) : source.Load();
        var judged = candidate is null ? JudgedSet.Refused(errors) : await _judge.JudgeAsync(present, history, candidate, reason);
        if (judged.Set is not { } set)
        {
            await recorder.RecordAsync("refused", present, by, reason, judged.Errors);
            return Refuse(request, judged.Errors);
        }

        var previous = history.LastOrDefault();
        var isNew = previous is null || previous.Digests.Set != set.Digests.Set || !previous.Signers.SequenceEqual(set.Signers);
        if (isNew)
        {
            await recorder.StoreAsync(set, judged, previous, judged.IsBack ? ActivationKind.Back : ActivationKind.Activated, by, reason);
        }
        else
        {
            await recorder.RecordAsync("unchanged", present, by, reason, []);
        }

        var concern = Concerns.OfLostSigners(previous, set);
        holder.Swap(set.Active, concern);
        ActivationLog.Activated(logger, set.Digests.Manifest);
        Report(request, isNew ? "activated" : "unchanged", set.Snapshot, set.Digests.Set, [], [.. concern is null ? [] : (string[])[concern], .. set.Warnings.Select(static w => w.ToString())]);
        return [];
    }

    private async ValueTask<(LoadedSet? Set, ImmutableArray<string> Errors)> OlderAsync(string digest, string reason, ImmutableArray<PolicySetActivation> history)
    {
        if (reason.Length == 0)
        {
            return (null, ["CG-POLICY-903 going back needs a recorded reason"]);
        }

        ImmutableArray<string> found =
        [
            .. history.Select(static a => a.Digests).Where(d => digest.Length >= 8 && (d.Set.StartsWith(digest, StringComparison.Ordinal) || d.Manifest.StartsWith(digest, StringComparison.Ordinal)))
                .Reverse().DistinctBy(static d => d.Manifest).Select(static d => d.Set),
        ];
        if (found is not [var one])
        {
            return (null, [$"CG-POLICY-906 {(found.IsEmpty ? "no stored set has" : "more than one stored set has")} a digest that begins with `{Short(digest)}` (8 characters or more)"]);
        }

        var older = await sets.FindAsync(one, CancellationToken.None) ?? throw new InvalidDataException($"the set {one} is not stored");
        var present = await sets.FindAsync(history[^1].Digests.Set, CancellationToken.None) ?? throw new InvalidDataException($"the set {history[^1].Digests.Set} is not stored");
        return source.Load(WayBack.Compose(older, present));
    }

    private ImmutableArray<string> Refuse(ActivationRequest? request, ImmutableArray<string> errors)
    {
        holder.KeepLastGood();
        foreach (var error in errors)
        {
            ActivationLog.Refused(logger, error);
        }

        Report(request, "refused", holder.Current.Snapshot, "", errors, []);
        return errors;
    }

    private void Report(ActivationRequest? request, string outcome, PolicySnapshot inForce, string set, ImmutableArray<string> errors, ImmutableArray<string> warnings)
    {
        foreach (var warning in warnings)
        {
            ActivationLog.Warning(logger, warning);
        }

        try
        {
            desk.Report(new ActivationReport
            {
                Request = request?.Id,
                At = time.GetUtcNow(),
                Outcome = outcome,
                Covenant = inForce.Covenant.Id,
                Set = set.Length > 0 ? set : desk.State()?.Set ?? "",
                Manifest = inForce.ManifestDigest,
                Errors = errors,
                Warnings = warnings,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The outcome stands in the log and is in force; the file only tells the command line.
            ActivationLog.Unreported(logger, e);
        }
    }

    private static string Short(string? text) => text is null ? "" : text.Length <= MaxReason ? text.Trim() : text[..MaxReason].Trim();
}
