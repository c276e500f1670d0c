using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>When an answer of a fact step holds. All parts must hold; an empty part holds always. Immutable; thread safe.</summary>
public sealed record WegwijzerGuard
{
    /// <summary>Kinds of the recipient.</summary>
    public required ImmutableArray<PartyKind> Recipients { get; init; }

    /// <summary>Purposes.</summary>
    public required ImmutableArray<Purpose> Purposes { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day on which it no longer holds; null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Earlier answers, by step.</summary>
    public required ImmutableArray<(string Step, string Answer)> Given { get; init; }

    /// <summary>True if recipient, purpose and date alone decide it.</summary>
    public bool IsFree => Given.IsEmpty;

    /// <summary>True if it holds.</summary>
    public bool Holds(WegwijzerCase asked, IEnumerable<WegwijzerReply> passed) =>
        (Recipients.IsEmpty || Recipients.Contains(asked.Recipient))
        && (Purposes.IsEmpty || Purposes.Contains(asked.Purpose))
        && asked.LawDate >= From && !(asked.LawDate >= Until)
        && Given.All(g => passed.Any(p => p.Step == g.Step && p.Answer == g.Answer));
}
