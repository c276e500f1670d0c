using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// Activates a changed policy folder: everything is read, checked, compared with what is in force, recorded, and then one reference is swapped. Otherwise the last good set stays and
/// health turns amber (design.md section 5). One activation at a time.
/// </summary>
internal sealed class PolicyActivator(PolicySource source, PolicyHolder holder, IAuditLog log, ILogger<PolicyActivator> logger, TimeProvider time) : IDisposable
{
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Activates; the errors if it was refused.</summary>
    public async ValueTask<IReadOnlyList<string>> ActivateAsync()
    {
        await _one.WaitAsync();
        try
        {
            var (next, errors) = Read();
            await RecordAsync(next, errors);
            if (next is null)
            {
                holder.KeepLastGood();
                foreach (var error in errors)
                {
                    ActivationLog.Refused(logger, error);
                }
            }
            else
            {
                holder.Swap(next);
                ActivationLog.Activated(logger, next.Snapshot.ManifestDigest);
            }

            return errors;
        }
        catch (AuditUnavailableException e)
        {
            // An activation that cannot be recorded does not happen.
            holder.KeepLastGood();
            ActivationLog.Refused(logger, e.Message);
            return [e.Message];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private (ActivePolicy? Next, IReadOnlyList<string> Errors) Read()
    {
        var (loaded, errors) = source.Load();
        if (loaded is null)
        {
            return (null, [.. errors.Select(static e => e.ToString())]);
        }

        var outcome = PolicyActivation.Decide(holder.Current.Snapshot, loaded.Snapshot);
        return outcome.Snapshot is { } snapshot
            ? (new ActivePolicy(snapshot, loaded.Filter), [])
            : (null, [.. outcome.NewlyAllowed.Select(static c => $"CG-POLICY-901 not signed, and newly allowed: {c.Where}: {c.What}; for example {c.Example}")]);
    }

    private async ValueTask RecordAsync(ActivePolicy? next, IReadOnlyList<string> errors)
    {
        var now = time.GetUtcNow();
        var digest = (next ?? holder.Current).Snapshot.ManifestDigest;
        await log.AppendAsync(
            new ExchangeRecord
            {
                Type = RecordType.Activation,
                Transaction = Guid.CreateVersion7(now),
                Time = now,
                Caller = "gateway",
                Outcome = next is null ? "refused" : "activated",
                Covenant = holder.Current.Snapshot.Covenant.Id,
                PolicyDigest = digest,
                BodyDigest = NoBody,
                Views = [new RecordView("beheer-noord", [new RecordValue("errors", string.Join('\n', errors.Take(100)))], [])],
            },
            null,
            CancellationToken.None);
    }
}
