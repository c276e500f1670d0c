using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What an interaction adds to the record of its call. Immutable.</summary>
public sealed record AnswerRecord
{
    /// <summary><c>released</c>, <c>stored</c>, <c>refused</c>, <c>absent</c>, <c>held</c>, <c>failed</c>: as the caller saw it.</summary>
    public required string Outcome { get; init; }

    /// <summary>The permanent code of a refusal, or empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>Rules the caller may know of.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>The views of both sides; a refused question has the caller's only.</summary>
    public ImmutableArray<RecordView> Views { get; init; } = [];

    /// <summary>What it is about.</summary>
    public RecordType Type { get; init; } = RecordType.Exchange;
}
