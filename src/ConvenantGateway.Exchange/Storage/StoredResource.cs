using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A resource version with its provenance columns (design.md section 6). The store encrypts <see cref="Json"/> and hashes <see cref="Terms"/>. Immutable.</summary>
public sealed record StoredResource
{
    /// <summary>Whose register it is in.</summary>
    public required PartnerId Register { get; init; }

    /// <summary>Who it came from. Equal to <see cref="Register"/> for what the partner is the source of.</summary>
    public required PartnerId Source { get; init; }

    /// <summary>The origin label.</summary>
    public DataOrigin Origin { get; init; }

    /// <summary>The transaction that brought it.</summary>
    public required Guid Transaction { get; init; }

    /// <summary>Resource type.</summary>
    public required string Type { get; init; }

    /// <summary>The id that the gateway assigned (UUIDv7, 36 characters).</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it was stored, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The class of the whole resource.</summary>
    public CategorySet Classes { get; init; }

    /// <summary>The betrokkenen; empty: <c>zaak</c>.</summary>
    public ImmutableArray<StoredPerson> Persons { get; init; } = [];

    /// <summary>Exact search terms.</summary>
    public ImmutableArray<SearchTerm> Terms { get; init; } = [];

    /// <summary>The handle of the case identifier, or null.</summary>
    public string? CaseHandle { get; init; }

    /// <summary>Compact UTF-8 JSON, filtered for this register.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }
}
