using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What to search in one register.</summary>
public sealed record ResourceQuery
{
    /// <summary>The register.</summary>
    public required PartnerId Register { get; init; }

    /// <summary>Only resources from this source; null for any.</summary>
    public PartnerId? Source { get; init; }

    /// <summary>The type; empty only together with <see cref="Transaction"/>: then every type.</summary>
    public required string Type { get; init; }

    /// <summary>Only what this transaction brought; null for any.</summary>
    public Guid? Transaction { get; init; }

    /// <summary>An id, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Exact terms, all of which must match.</summary>
    public ImmutableArray<SearchTerm> Terms { get; init; } = [];

    /// <summary>At most this many, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Continue after this row (<see cref="ResourcePage.Next"/>); null from the start. Order is that of arrival.</summary>
    public long? After { get; init; }
}
