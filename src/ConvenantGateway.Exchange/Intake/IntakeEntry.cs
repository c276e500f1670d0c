using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>One entry of a transaction. Immutable.</summary>
public sealed record IntakeEntry
{
    /// <summary>0-based index of the request entry.</summary>
    public required int Index { get; init; }

    /// <summary>Resource type.</summary>
    public required string Type { get; init; }

    /// <summary>The assigned id.</summary>
    public required string Id { get; init; }

    /// <summary>False if the type has no classification: the entry is suppressed.</summary>
    public required bool HasPlace { get; init; }

    /// <summary>Compact UTF-8 JSON: id assigned, references inside the Bundle rewritten to <c>Type/id</c>, server-owned <c>meta</c> (versionId, lastUpdated, source) removed. Not yet filtered.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The class of the whole resource: by its code or label, else the type's default; D05 where an address, number or postcode matches a shelter's hash.</summary>
    public required CategorySet Classes { get; init; }

    /// <summary>Indexes into <see cref="IntakeMessage.Persons"/>: the betrokkenen, direct and through <c>contained</c>. For a Patient: itself.</summary>
    public required ImmutableArray<int> Persons { get; init; }

    /// <summary>Resources outside the message whose persons it is about: <c>Type/id</c> of an earlier push.</summary>
    public required ImmutableArray<string> EarlierPersons { get; init; }

    /// <summary>
    /// <c>Patient/id</c> of the one subject of an own account (class D08 and nothing else) that names further Patients; null for everything else. What it says is then the subject's alone, and the
    /// others are only mentioned (domain.md 10.3, 11).
    /// </summary>
    public string? OwnAccountOf { get; init; }

    /// <summary>Every literal reference, rewritten, with its place.</summary>
    public required ImmutableArray<IntakeReference> References { get; init; }

    /// <summary>Exact search terms.</summary>
    public required ImmutableArray<SearchTerm> Terms { get; init; }

    /// <summary>Elements that a safe-contact scan found suspicious: FHIRPath and category (<c>D05</c>, <c>D11</c>); free text that names a residence, labels, hashes. Never values.</summary>
    public required ImmutableArray<IntakeFinding> Findings { get; init; }

    /// <summary>The origin label from <c>meta.security</c>, if any.</summary>
    public DataOrigin Origin { get; init; }

    /// <summary>All origin labels of <c>meta.security</c>; a code that is in no list is <see cref="DataOrigins.Unknown"/>.</summary>
    public DataOrigins Labels { get; init; }

    /// <summary>A permission that a Consent of the sender's own register holds, or null.</summary>
    public IntakePermission? Permission { get; init; }
}
