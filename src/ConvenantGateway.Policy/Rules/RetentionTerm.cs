using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>How long values of one class are kept for one kind of party: a row of <c>retention.yaml</c> (domain.md 7.1), narrowed by the covenant where it says so. Immutable.</summary>
public sealed record RetentionTerm
{
    /// <summary>The row's id, e.g. <c>RET-LOG-POL</c>: what a tombstone names as its rule.</summary>
    public required string Id { get; init; }

    /// <summary>Plain Dutch.</summary>
    public required string Title { get; init; }

    /// <summary><c>log</c> or <c>dossier</c>.</summary>
    public required string Record { get; init; }

    /// <summary>The kinds of party whose records it is for; empty: every kind that no other row names.</summary>
    public ImmutableArray<PartyKind> Parties { get; init; } = [];

    /// <summary>The term in months, from the last record about the person of the class.</summary>
    public required int Months { get; init; }

    /// <summary>True where the law asks for at least this term: a covenant cannot shorten it.</summary>
    public bool IsLeast { get; init; }

    /// <summary>True where someone must look before values are erased at the end of the term.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>True where no article gives the term: judgement.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The articles; empty only for a derived term.</summary>
    public ImmutableArray<LawReference> Sources { get; init; } = [];

    /// <summary>The profiles in which it holds: bit n for the n-th.</summary>
    internal uint Profiles { get; init; } = uint.MaxValue;

    /// <summary>The first instant at which values are past their term.</summary>
    /// <param name="last">The last record.</param>
    public DateTimeOffset EndsAfter(DateTimeOffset last) => last.AddMonths(Months);
}
