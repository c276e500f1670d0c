using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What a push adds to what is known of where its persons are, and what the sender's officers see of it.</summary>
/// <param name="Whereabouts">Digests to keep.</param>
/// <param name="ReleasedAddresses">How many addresses the holder of the case released.</param>
/// <param name="Hits">What the guard stopped.</param>
internal sealed record PushSafety(ImmutableArray<WhereaboutsWrite> Whereabouts, int ReleasedAddresses, ImmutableArray<GuardHit> Hits)
{
    /// <summary>The values for the sender's view: places, categories and counts.</summary>
    public IEnumerable<RecordValue> Values => ReleasedValues.Concat(AlarmsOf(Hits));

    private IEnumerable<RecordValue> ReleasedValues => ReleasedAddresses == 0 ? [] : [new RecordValue("address-released", $"Patient.address x{ReleasedAddresses}")];

    /// <summary>The alarm in the sender's view; none without a hit.</summary>
    public static IEnumerable<RecordValue> AlarmsOf(ImmutableArray<GuardHit> hits) =>
        hits.IsEmpty ? [] : [new RecordValue("guard", string.Join('\n', hits.Select(static h => $"{h.Expression} ({h.Category})")))];
}
