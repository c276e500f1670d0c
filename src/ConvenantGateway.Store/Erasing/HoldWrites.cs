using System.Collections.Immutable;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Holds that are laid or lifted with a record.</summary>
internal sealed record HoldWrites(ImmutableArray<LegalHold> Laid, ImmutableArray<Guid> Lifted, Guid By) : IOrderWrites;
