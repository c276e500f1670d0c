using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// One activated policy set under one covenant: partners, officers, grounds, elements and the compiled decision. Immutable and thread safe: a request keeps
/// the snapshot it began with; activation swaps one reference.
/// </summary>
public sealed record PolicySnapshot
{
    /// <summary>SHA-256 of the canonical manifest, lower-case hex (design.md section 5).</summary>
    public required string ManifestDigest { get; init; }

    /// <summary>The covenant in force.</summary>
    public required CovenantTerms Covenant { get; init; }

    /// <summary>All counterparties that have a file, those that left or did not sign included.</summary>
    public required FrozenDictionary<PartnerId, Partner> Partners { get; init; }

    /// <summary>All persons of the console, by id.</summary>
    public required FrozenDictionary<string, Officer> Officers { get; init; }

    /// <summary>The grounds, by code.</summary>
    public required FrozenDictionary<string, GroundDefinition> Grounds { get; init; }

    /// <summary>The purposes, by code, with their Dutch title.</summary>
    public required FrozenDictionary<string, string> Purposes { get; init; }

    /// <summary>The categories' Dutch names, by code (<c>D05</c>).</summary>
    public required FrozenDictionary<string, string> CategoryNames { get; init; }

    /// <summary>Classification per resource type; a type that is not here has no place and is suppressed.</summary>
    public required FrozenDictionary<string, ElementClassification> Elements { get; init; }

    /// <summary>How long records are kept, shortened where the covenant says so.</summary>
    public RetentionSchedule Retention { get; init; } = RetentionSchedule.Empty;

    /// <summary>The step plans of the Wegwijzer.</summary>
    public WegwijzerGuide Wegwijzer { get; init; } = WegwijzerGuide.Empty;

    /// <summary>The compiled rules.</summary>
    public required PolicyDecider Decider { get; init; }

    /// <summary>The date whose law applies at an instant: the re-enactment date if the covenant has one, else the date in Europe/Amsterdam.</summary>
    public DateOnly LawDateAt(DateTimeOffset now) => Covenant.Reenactment ?? DutchTime.DayOf(now);

    /// <summary>
    /// The counterparty for a path or location: a party of the covenant that signed, is within its term and not suspended. Null for everybody else, so that unknown,
    /// unsigned and departed answer alike (design.md 3.2).
    /// </summary>
    public Partner? FindCounterparty(PartnerId id, DateOnly lawDate) =>
        Partners.TryGetValue(id, out var partner)
        && partner.HasSigned && !partner.IsSuspended && Covenant.Parties.Contains(id)
        && (!Covenant.Accessions.TryGetValue(id, out var joined) || lawDate >= joined)
        && (!Covenant.Withdrawals.TryGetValue(id, out var left) || lawDate < left)
        && lawDate >= partner.From && (partner.Until is not { } until || lawDate <= until)
            ? partner
            : null;
}
