using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Held messages. Thread safe.</summary>
public interface IHolds
{
    /// <summary>The sender's held messages, newest first, without bodies.</summary>
    ValueTask<ImmutableArray<HeldMessage>> ListAsync(PartnerId sender, CancellationToken cancellation);
}
