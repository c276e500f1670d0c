using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Legal holds: while one stands, nothing is erased that would make values about its person unreadable. An organisation finds its own only. What lays or lifts one is written with its record and counts from there: an
/// erasure waits for everything that was recorded before it. Thread safe.
/// </summary>
public interface ILegalHolds
{
    /// <summary>The holds of an organisation that stop an erasure on a day, the first to end first.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="day">The day, UTC, as an erasure counts it.</param>
    /// <param name="cancellation">Stops the read.</param>
    ValueTask<ImmutableArray<StandingHold>> ListAsync(PartnerId organisation, DateOnly day, CancellationToken cancellation);

    /// <summary>What lays a hold on a person's records at an organisation, its officers' looks included.</summary>
    /// <param name="transaction">Of the record that lays it; names the hold.</param>
    /// <param name="owner">Whose records.</param>
    /// <param name="person">The person.</param>
    /// <param name="reason">Why: a code (<see cref="LegalHoldRecord.IsCode"/>).</param>
    /// <param name="until">The last day.</param>
    /// <param name="by">Who lays it: an officer's slug.</param>
    /// <exception cref="ArgumentException">The reason is no code.</exception>
    HoldChange Lay(Guid transaction, HoldOwner owner, PersonHandle person, string reason, DateOnly until, string by);

    /// <summary>What lifts a hold, with the rows that were laid with it for the organisation's officers.</summary>
    /// <param name="transaction">Of the record that lifts it.</param>
    /// <param name="owner">Whose records.</param>
    /// <param name="hold">The hold.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <returns>Null if the organisation has no such hold, or it was lifted. A hold that another lifts meanwhile is a conflict named <c>legal-hold</c> when it is written.</returns>
    ValueTask<HoldChange?> LiftAsync(Guid transaction, HoldOwner owner, Guid hold, CancellationToken cancellation);
}
