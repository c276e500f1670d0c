using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Operations;

/// <summary>Records of the node itself: the caller is <c>gateway</c>, the operators see the values. Pure.</summary>
internal static class NodeRecord
{
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Composes one.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="outcome">A word.</param>
    /// <param name="inForce">The policy set in force.</param>
    /// <param name="now">When.</param>
    /// <param name="values">What the operators see.</param>
    public static ExchangeRecord Of(RecordType type, string outcome, PolicySnapshot inForce, DateTimeOffset now, params ImmutableArray<RecordValue> values) => new()
    {
        Type = type,
        Transaction = Guid.CreateVersion7(now),
        Time = now,
        Caller = "gateway",
        Outcome = outcome,
        Covenant = inForce.Covenant.Id,
        PolicyDigest = inForce.ManifestDigest,
        BodyDigest = NoBody,
        Views = [.. Operators(inForce).Select(o => new RecordView(o, values, []))],
    };

    /// <summary>The operators, in ordinal order.</summary>
    public static IEnumerable<string> Operators(PolicySnapshot snapshot) =>
        snapshot.Officers.Values.Where(static o => o.Role == OfficerRole.Beheer).Select(static o => o.Id).Order(StringComparer.Ordinal);
}
