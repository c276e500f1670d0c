using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>Stores a set and records its activation in one transaction; a refusal is recorded alone. Thread safe.</summary>
internal sealed class SetRecorder(IAuditLog log, IPolicySets sets, SetChecks checks, TimeProvider time)
{
    private const int MaxErrors = 100;
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Stores and records; durable when it returns.</summary>
    /// <exception cref="AuditUnavailableException">It could not be made durable: the set may not be put in force.</exception>
    public async ValueTask StoreAsync(LoadedSet set, JudgedSet judged, PolicySetActivation? previous, ActivationKind kind, string by, string reason)
    {
        var now = time.GetUtcNow();
        var (difference, identities) = previous is null || previous.Digests.Set == set.Digests.Set ? ([], []) : await DifferenceAsync(previous, set);
        var activation = new PolicySetActivation
        {
            Transaction = Guid.CreateVersion7(now),
            At = now,
            Covenant = set.Snapshot.Covenant.Id,
            Digests = set.Digests,
            Kind = kind,
            By = by,
            Reason = reason,
            Signers = set.Signers,
            Narrows = judged.Narrows,
            Previous = previous?.Digests.Set ?? "",
            Checks = checks.StampOf(set.Files),
            Difference = difference,
        };
        var record = Record(activation.Transaction, now, kind == ActivationKind.Restored ? "restored" : "activated", set.Digests.Manifest, set.Digests.Set, set.Snapshot,
        [
            new RecordValue("set", set.Digests.Set),
            new RecordValue("previous-set", activation.Previous),
            new RecordValue("by", by),
            new RecordValue("reason", reason),
            new RecordValue("signers", string.Join(' ', activation.Signers)),
            new RecordValue("narrows", string.Join(' ', activation.Narrows)),
            new RecordValue("difference", string.Join('\n', activation.Difference.Take(MaxErrors))),
            new RecordValue("identities", string.Join('\n', identities)),
        ]);
        await log.AppendAsync(record, new StoreWrites { PolicySet = new PolicySetWrite(set.Files, activation) }, CancellationToken.None);
    }

    /// <summary>Records that nothing changed, or why a candidate was refused.</summary>
    /// <exception cref="AuditUnavailableException">It could not be made durable.</exception>
    public async ValueTask RecordAsync(string outcome, PolicySnapshot inForce, string by, string reason, IReadOnlyList<string> errors)
    {
        var now = time.GetUtcNow();
        await log.AppendAsync(
            Record(Guid.CreateVersion7(now), now, outcome, inForce.ManifestDigest, NoBody, inForce,
            [
                new RecordValue("by", by),
                new RecordValue("reason", reason),
                new RecordValue("errors", string.Join('\n', errors.Take(MaxErrors))),
            ]),
            null,
            CancellationToken.None);
    }

    private static ExchangeRecord Record(Guid transaction, DateTimeOffset now, string outcome, string manifest, string body, PolicySnapshot inForce, ImmutableArray<RecordValue> values) => new()
    {
        Type = RecordType.Activation,
        Transaction = transaction,
        Time = now,
        Caller = "gateway",
        Outcome = outcome,
        Covenant = inForce.Covenant.Id,
        PolicyDigest = manifest,
        BodyDigest = body,
        Views = [.. Viewers(inForce).Select(v => new RecordView(v, values, []))],
    };

    /// <summary>The operator, the supervisor, and each organisation that has a privacy officer.</summary>
    private static IEnumerable<string> Viewers(PolicySnapshot snapshot) => snapshot.Officers.Values
        .Select(static o => o.Role switch
        {
            OfficerRole.Beheer => o.Id,
            OfficerRole.Fg or OfficerRole.Pf => o.Organisation.Value,
            _ => "",
        })
        .Where(static v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private async ValueTask<(ImmutableArray<string> Rules, ImmutableArray<string> Identities)> DifferenceAsync(PolicySetActivation previous, LoadedSet set)
    {
        try
        {
            var files = await sets.FindAsync(previous.Digests.Set, CancellationToken.None);
            return files is not null && PolicyReproduction.Load(files, previous.Covenant, ImmutableHashSet<PartnerId>.Empty).Snapshot is { } was
                ? (SetDifference.Of(files, was, set.Files, set.Snapshot), IdentityDifference.Of(was, set.Snapshot))
                : (["the set before it cannot be read by this build"], []);
        }
        catch (InvalidDataException e)
        {
            return ([e.Message], []);
        }
    }
}
