using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One step: one question, one page. Immutable.</summary>
public sealed record WegwijzerStep
{
    /// <summary>The id, e.g. <c>W4</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How it is answered.</summary>
    public required WegwijzerStepKind Kind { get; init; }

    /// <summary>The question, Dutch of level B1.</summary>
    public required string Question { get; init; }

    /// <summary>The question in English.</summary>
    public required string English { get; init; }

    /// <summary>Help in Dutch; empty for none.</summary>
    public string Help { get; init; } = "";

    /// <summary>Help in English; empty for none.</summary>
    public string HelpEnglish { get; init; } = "";

    /// <summary>1 to 6 for a criterion of the conflict of duties; else 0.</summary>
    public int Criterion { get; init; }

    /// <summary>Which parts of the weighing a text at this step states.</summary>
    public WegwijzerStatements States { get; init; }

    /// <summary>Which other evidence a text at this step shows. Never consent, agreement of an authority, or a decision: those are shown by themselves.</summary>
    public Evidence Shows { get; init; }

    /// <summary>The answers, in order; of a fact step the first that holds is taken.</summary>
    public required ImmutableArray<WegwijzerAnswer> Answers { get; init; }

    /// <summary>What it rests on.</summary>
    public required ImmutableArray<WegwijzerSource> Sources { get; init; }

    /// <summary>True unless the files mark it as read in a source. Every question is derived; some facts are not.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>The answer of this id; null if there is none.</summary>
    public WegwijzerAnswer? Find(string answer) => Answers.FirstOrDefault(a => string.Equals(a.Id, answer, StringComparison.Ordinal));
}
