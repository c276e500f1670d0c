using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>The officers' version: never given out. Every record with what becomes of it, and what was derived.</summary>
public sealed record OfficerDocument
{
    /// <summary>The decision in plain Dutch.</summary>
    public required string Decision { get; init; }

    /// <summary>How careful the person's version is.</summary>
    public required ReportCare Care { get; init; }

    /// <summary>The articles of the decision.</summary>
    public required ImmutableArray<string> Articles { get; init; }

    /// <summary>What was derived, and what to watch for.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The records, oldest first.</summary>
    public required ImmutableArray<JudgedRow> Rows { get; init; }
}
