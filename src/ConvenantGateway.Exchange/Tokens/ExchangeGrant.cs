using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What a verified, certificate-bound token says (design.md 3.3). Immutable.</summary>
public sealed record ExchangeGrant
{
    /// <summary>Whose token.</summary>
    public required PartnerId Caller { get; init; }

    /// <summary>The one counterparty; the caller itself for its own register.</summary>
    public required PartnerId Counterparty { get; init; }

    /// <summary>The purpose.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>The asker's ground.</summary>
    public required Ground Ground { get; init; }

    /// <summary>The professional: <c>system|id</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The professional's role.</summary>
    public required string ActorRole { get; init; }

    /// <summary>The Noodprocedure: only rules of their own match it.</summary>
    public bool Emergency { get; init; }

    /// <summary>The persons the call is about; a call about anyone else finds nothing.</summary>
    public ImmutableArray<PersonHandle> About { get; init; } = [];

    /// <summary>The dossier that holds the evidence.</summary>
    public required Guid Dossier { get; init; }

    /// <summary>Scopes that narrow; empty for no narrowing.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];
}
